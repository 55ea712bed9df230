import NIOCore

/// Closes a connection whose request takes too long to come.
///
/// The library's own idle timeout begins anew with every part of a request, so that one byte at a time would keep a
/// connection for ever. Belongs to the event loop of one connection.
final class RequestClock {
    private let timeout: TimeAmount
    /// Called before the connection is closed, with whether the head had come.
    private let onTimeout: (_ hasHead: Bool) -> Void
    /// Whether some bytes of a request have come, and others have not.
    private(set) var isReading = false
    /// Whether the head of the request that is coming has come.
    private(set) var hasHead = false
    /// Requests that have come whole, less those that are answered; below 0 for one answered before its end.
    private var waiting = 0
    private var timer: Scheduled<Void>?
    /// Whether the connection was cut, or is about to be.
    private(set) var isOver = false

    init(timeout: TimeAmount, onTimeout: @escaping (_ hasHead: Bool) -> Void) {
        self.timeout = timeout
        self.onTimeout = onTimeout
    }

    /// Bytes have come, of whatever.
    func bytes() {
        isReading = true
    }

    func head() {
        isReading = true
        hasHead = true
    }

    func end() {
        isReading = false
        hasHead = false
        waiting += 1
        timer?.cancel()
        timer = nil
    }

    /// An answer is written.
    func answered() {
        waiting -= 1
    }

    /// Everything that came was looked at: only now is it known whether a request is still coming.
    func settled(_ context: ChannelHandlerContext) {
        guard isReading, timer == nil else { return }
        let loopBound = NIOLoopBound((clock: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: timeout) {
            let (clock, context) = loopBound.value
            clock.ring(context)
        }
    }

    /// Nothing more is read, or the connection is gone.
    func stop() {
        isReading = false
        isOver = true
        timer?.cancel()
        timer = nil
    }

    private func ring(_ context: ChannelHandlerContext) {
        timer = nil
        guard isReading else { return }
        // While earlier requests wait for their answers nothing is read: that is not the sender's fault.
        guard waiting <= 0 else { return settled(context) }
        isOver = true
        onTimeout(hasHead)
        context.close(promise: nil)
    }
}
