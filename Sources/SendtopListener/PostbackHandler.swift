import CoreMetrics
import NIOCore
import NIOHTTP1
import SendtopCore

/// Answers the requests of one connection: the way of a postback from its bytes to its 200.
///
/// All of it happens on the connection's event loop, without a task, so that no time goes into changes of threads.
/// Requests come one by one, from a `RequestQueue`.
final class PostbackHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = Reply

    /// A postback whose body is coming.
    private struct Postback {
        let head: HTTPRequestHead
        let caller: Caller
        var body = ByteBuffer()
    }

    private enum State {
        /// Between two requests.
        case idle
        case reading(Postback)
        case inspecting(Route)
        /// What comes is passed over: the request is answered, or about to be.
        case passing(bytes: Int)
    }

    private let intake: Intake
    private let peer: Peer
    private var state = State.idle
    /// The room that the request takes.
    private var claim: Backlog.Claim
    /// When the head came.
    private var begin = NIODeadline.now()
    /// Whether the answer has a body, as it does unless the method was HEAD.
    private var hasBody = true
    /// Whether the connection ends with the answer.
    private var isLast = false

    init(_ intake: Intake, peer: Peer) {
        self.intake = intake
        self.peer = peer
        claim = Backlog.Claim(client: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): take(head, context)
        case .body(let part): take(part, context)
        case .end: end(context)
        }
    }

    private func take(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        begin = .now()
        hasBody = head.method != .HEAD
        isLast = !head.isKeepAlive
        let policy = intake.gatekeeper.policy
        let caller = Caller(peer, head.headers, policy: policy)
        claim = Backlog.Claim(client: caller.client)
        let framing = RequestFraming(head)
        switch intake.receive(head, framing, from: caller, policy) {
        case .postback:
            state = .reading(Postback(head: head, caller: caller))
            if framing.awaitsWord { context.writeAndFlush(wrapOutboundOut(.goOn), promise: nil) }
        case .inspection(let route): state = .inspecting(route)
        case .refused(let answer):
            state = .passing(bytes: 0)
            write(answer, context)
        }
    }

    private func take(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        var part = part
        switch state {
        case .reading(var postback):
            state = .passing(bytes: 0)
            guard postback.body.readableBytes + part.readableBytes <= intake.limits.body else {
                return write(intake.tooLarge(from: postback.caller), context)
            }
            guard intake.backlog.grow(&claim, by: part.readableBytes) else { return write(intake.noRoom(), context) }
            if postback.body.readableBytes == 0 {
                postback.body = part
            } else {
                postback.body.writeBuffer(&part)
            }
            state = .reading(postback)
        case .passing(let bytes):
            let passed = bytes + part.readableBytes
            state = .passing(bytes: passed)
            // The answer is written: who goes on for that long does not read it.
            if passed > intake.limits.body { context.close(promise: nil) }
        case .inspecting, .idle: break
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        let ended = state
        state = .idle
        switch ended {
        case .reading(let postback): keep(postback, context)
        case .inspecting(let route):
            let loopBound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
            context.eventLoop.makeFutureWithTask { [intake] in await intake.inspect(route) }.whenSuccess { answer in
                let (handler, context) = loopBound.value
                handler.write(answer, context)
            }
        case .passing, .idle: break
        }
    }

    private func keep(_ postback: Postback, _ context: ChannelHandlerContext) {
        let moment = intake.journal.now()
        do {
            let body = Array(buffer: postback.body)
            let events = try intake.events(of: body, postback.head, at: moment, from: postback.caller)
            guard intake.backlog.grow(&claim, for: events) else { return write(intake.noRoom(), context) }
            let loopBound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
            intake.keep(events, at: moment, on: context.eventLoop) { answer in
                let (handler, context) = loopBound.value
                handler.finish(answer, context)
            }
        } catch {
            write(.refused(error), context)
        }
    }

    /// Answers a postback, even if nobody is there any more to read it.
    private func finish(_ answer: Answer, _ context: ChannelHandlerContext) {
        if answer.status == .ok {
            intake.journal.metrics.answer.recordNanoseconds((.now() - begin).nanoseconds)
        }
        write(answer, context)
    }

    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
        intake.backlog.release(&claim)
        let reply = Reply.answer(answer, hasBody: hasBody, isLast: isLast || answer.isLast)
        context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isAnswered = if case .passing = state { true } else { false }
        lose("The connection failed before the body ended.")
        if !isAnswered, let fault = error as? HTTPParserError, fault != .invalidEOFState {
            let reply = Reply.answer(.notHTTP, hasBody: true, isLast: true)
            context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
        }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        lose("The body ended too early.")
        context.fireChannelInactive()
    }

    /// The rest of a body will not come.
    private func lose(_ reason: String) {
        guard case .reading(let postback) = state else { return }
        state = .passing(bytes: 0)
        intake.backlog.release(&claim)
        intake.journal.refuse(.incomplete, reason, from: postback.caller.source)
    }
}
