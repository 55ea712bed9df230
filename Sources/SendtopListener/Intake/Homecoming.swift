import NIOCore
import Synchronization

/// Brings what the ledger says back to an event loop, for all requests of a commit at a time: to queue a task for each
/// would take a good part of what an answer costs.
final class Homecoming: Sendable {
    private struct Call {
        let body: @Sendable ((any Error)?) -> Void
        let error: (any Error)?
    }

    private let eventLoop: any EventLoop
    private let calls = Mutex<[Call]>([])

    init(to eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    /// Calls a closure on the event loop, after those of before.
    func call(_ body: @escaping @Sendable ((any Error)?) -> Void, _ error: (any Error)?) {
        let isFirst = calls.withLock { calls in
            calls.append(Call(body: body, error: error))
            return calls.count == 1
        }
        if isFirst { eventLoop.execute { self.run() } }
    }

    private func run() {
        let calls = calls.withLock { calls in
            let taken = calls
            calls = []
            calls.reserveCapacity(taken.count)
            return taken
        }
        for call in calls { call.body(call.error) }
    }
}
