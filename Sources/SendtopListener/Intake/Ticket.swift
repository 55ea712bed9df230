import NIOCore

/// What a connection waits for the ledger with: one for all its postbacks, which come one by one.
final class Ticket: Sendable {
    private let bound: NIOLoopBound<PostbackHandler>
    private let home: Homecoming

    /// - Parameters:
    ///   - handler: who waits.
    ///   - home: leads back to its event loop, which this is called on.
    init(_ handler: PostbackHandler, by home: Homecoming) {
        bound = NIOLoopBound(handler, eventLoop: home.eventLoop)
        self.home = home
    }

    /// Who waits; on its event loop.
    var handler: PostbackHandler {
        bound.value
    }

    /// The ledger has answered, on whatever thread.
    ///
    /// - Parameter error: why the events are not safe, unless they are.
    func redeem(_ error: (any Error)?) {
        home.bring(self, error)
    }
}
