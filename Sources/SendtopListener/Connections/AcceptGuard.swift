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
    private var isPaused = false

    init(register: ConnectionRegister, journal: Journal) {
        self.register = register
        self.journal = journal
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let code = (error as? IOError)?.errnoCode, [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) else {
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
