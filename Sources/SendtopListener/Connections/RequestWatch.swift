import NIOCore
import NIOHTTP1

/// Stands behind the parser: tells clock and register of requests and answers, answers what is no HTTP, and closes a
/// connection that brings no request for too long.
final class RequestWatch: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = Reply
    typealias OutboundOut = ByteBuffer

    private let clock: RequestClock
    private let connection: Connection
    private let stamp: DateStamp
    private let idleTimeout: TimeAmount
    private let onBadHead: (HTTPParserError) -> Void
    /// Requests whose heads have come and whose answers are not written.
    private var open = 0
    /// When the connection was opened, or an answer was last written.
    private var lastAnswer = NIODeadline.now()
    private var idleTimer: Scheduled<Void>?
    /// How long a sender may go on before the connection is cut.
    private static let farewell = TimeAmount.seconds(1)

    init(
        _ clock: RequestClock,
        _ connection: Connection,
        _ stamp: DateStamp,
        idleTimeout: TimeAmount,
        onBadHead: @escaping (HTTPParserError) -> Void
    ) {
        self.clock = clock
        self.connection = connection
        self.stamp = stamp
        self.idleTimeout = idleTimeout
        self.onBadHead = onBadHead
    }

    func handlerAdded(context: ChannelHandlerContext) {
        awaitRequest(context, for: idleTimeout)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !clock.isOver else { return }
        switch unwrapInboundIn(data) {
        case .head:
            open += 1
            clock.head()
        case .body: break
        case .end:
            connection.beginRequest()
            clock.end()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .goOn: context.write(wrapOutboundOut(Answer.goOn), promise: promise)
        case .answer(let answer, let hasBody, let isLast):
            open -= 1
            lastAnswer = .now()
            connection.endRequest(at: answer.status == .ok ? lastAnswer : nil)
            clock.answered()
            let bytes = answer.bytes(hasBody: hasBody, isLast: isLast, stamp, at: lastAnswer)
            context.write(wrapOutboundOut(bytes), promise: promise)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The parser complains of everything that comes after its first complaint.
        guard !clock.isOver else { return }
        guard let fault = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        if !clock.hasHead { onBadHead(fault) }
        guard open == 0 else { return context.fireErrorCaught(error) }
        clock.stop()
        refuse(fault, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        idleTimer?.cancel()
        context.fireChannelInactive()
    }

    private func refuse(_ fault: HTTPParserError, _ context: ChannelHandlerContext) {
        let answer: Answer = fault == .headerOverflow ? .headTooLarge : .notHTTP
        let bytes = answer.bytes(hasBody: true, isLast: true, stamp, at: .now())
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        // To close at once, with bytes unread, would take the answer back.
        context.close(mode: .output, promise: nil)
        let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: RequestWatch.farewell) { loopBound.value.close(promise: nil) }
    }

    private func awaitRequest(_ context: ChannelHandlerContext, for time: TimeAmount) {
        let loopBound = NIOLoopBound((watch: self, context: context), eventLoop: context.eventLoop)
        idleTimer = context.eventLoop.scheduleTask(in: time) {
            let (watch, context) = loopBound.value
            watch.lookForRequest(context)
        }
    }

    private func lookForRequest(_ context: ChannelHandlerContext) {
        // A request that comes has a clock of its own, and one that waits is not the sender's fault.
        guard open == 0, !clock.isReading else { return awaitRequest(context, for: idleTimeout) }
        let rest = lastAnswer + idleTimeout - .now()
        if rest > .zero {
            awaitRequest(context, for: rest)
        } else {
            context.close(promise: nil)
        }
    }
}
