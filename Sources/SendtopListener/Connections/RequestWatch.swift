import NIOCore
import NIOHTTP1

/// Stands behind the parser: tells clock and register of requests and answers, answers what is no HTTP, and closes a
/// connection that brings no request for too long.
///
/// From here on requests and answers go by calls: the pipeline would put each part of a request in a box, at each step.
final class RequestWatch: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let clock: RequestClock
    private let connection: Connection
    private let stamp: DateStamp
    private let idleTimeout: TimeAmount
    private let onBadHead: (HTTPParserError) -> Void
    private var queue: RequestQueue?
    private var context: ChannelHandlerContext?
    /// Whether the parser has found a fault.
    private var isBroken = false
    /// Whether the answer is written with which the connection ends.
    private var isLastWritten = false
    /// Requests whose heads have come and whose answers are not written.
    private var open = 0
    /// When the connection was opened, or an answer was last written.
    private var lastAnswer = NIODeadline.now()
    private var idleTimer: Scheduled<Void>?

    /// - Parameter queue: gets the requests, and gives the answers.
    init(
        _ clock: RequestClock,
        _ connection: Connection,
        _ stamp: DateStamp,
        idleTimeout: TimeAmount,
        to queue: RequestQueue,
        onBadHead: @escaping (HTTPParserError) -> Void
    ) {
        self.clock = clock
        self.connection = connection
        self.stamp = stamp
        self.idleTimeout = idleTimeout
        self.onBadHead = onBadHead
        self.queue = queue
        queue.watch = self
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        awaitRequest(context, for: idleTimeout)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        queue = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): take(.head(RequestHead(head)))
        case .body(let bytes): take(.body(bytes))
        case .end: take(.end)
        }
    }

    /// Takes the next part of a request, from whomever read it.
    func take(_ part: RequestPart) {
        guard !clock.isOver else { return }
        switch part {
        case .head: begin()
        case .body: break
        case .end: end()
        case .whole:
            begin()
            end()
        }
        queue?.take(part)
    }

    private func begin() {
        open += 1
        clock.head()
    }

    private func end() {
        connection.beginRequest()
        clock.end()
    }

    /// Sends a sender that waits for it the word to go on.
    func goOn() {
        context?.writeAndFlush(wrapOutboundOut(Answer.goOn), promise: nil)
    }

    /// Sends an answer.
    func write(_ answer: Answer, hasBody: Bool, isLast: Bool) {
        open -= 1
        isLastWritten = isLastWritten || isLast
        lastAnswer = .now()
        connection.endRequest(at: answer.status == .ok ? lastAnswer : nil)
        clock.answered()
        let bytes = answer.bytes(hasBody: hasBody, isLast: isLast, stamp, at: lastAnswer)
        context?.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The parser complains of all that comes after its first complaint, and after a request that is the last.
        guard !clock.isOver, !isBroken else { return }
        guard let fault = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        guard fault != .closedConnection else { return }
        isBroken = true
        // What came before it is answered first.
        guard open == 0, !clock.hasHead else { return context.fireErrorCaught(error) }
        guard !isLastWritten else { return }
        onBadHead(fault)
        clock.stop()
        refuse(fault, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        idleTimer?.cancel()
        context.fireChannelInactive()
    }

    private func refuse(_ fault: HTTPParserError, _ context: ChannelHandlerContext) {
        let bytes = Answer.unreadable(fault).bytes(hasBody: true, isLast: true, stamp, at: .now())
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        context.bidFarewell()
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
