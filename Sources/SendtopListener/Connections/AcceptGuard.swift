import Foundation
import NIOCore

/// Makes room when the system has no descriptor left for a connection that wants in.
///
/// The library goes on asking for it in a loop that eats a core, since its own pause does not take effect when the
/// first of several connections fails.
final class AcceptGuard: ChannelInboundHandler {
    typealias InboundIn = any Channel

    /// How long to wait for the connections that make room to be gone.
    private static let pause = TimeAmount.milliseconds(50)
    /// Connections that make room at a time.
    private static let share = 8

    private let register: ConnectionRegister
    private let journal: Journal
    private let onFault: (IOError) -> Void
    private var isPaused = false

    /// - Parameter onFault: called with what ends the listening, since no pause would help.
    init(register: ConnectionRegister, journal: Journal, onFault: @escaping (IOError) -> Void) {
        self.register = register
        self.journal = journal
        self.onFault = onFault
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? IOError else { return context.fireErrorCaught(error) }
        let code = error.errnoCode
        guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) else {
            // A connection that was gone before it was accepted is nobody's fault.
            if code != ECONNABORTED { onFault(error) }
            return context.fireErrorCaught(error)
        }
        guard !isPaused else { return }
        isPaused = true
        let evicted = register.evict(AcceptGuard.share)
        journal.log.shortage(String(cString: strerror(code)), evicted: evicted.count, at: journal.now())
        for channel in evicted {
            journal.note(.evicted)
            channel.close(promise: nil)
        }
        context.channel.setOption(.autoRead, value: false).assumeIsolated().whenComplete { _ in }
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: AcceptGuard.pause) {
            let (acceptGuard, context) = loopBound.value
            acceptGuard.resume(context)
        }
    }

    private func resume(_ context: ChannelHandlerContext) {
        isPaused = false
        guard context.channel.isActive else { return }
        context.channel.setOption(.autoRead, value: true).assumeIsolated().whenComplete { _ in context.read() }
    }
}
