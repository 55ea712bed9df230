import NIOCore
import NIOHTTP1
import NIOSSL
import SendtopCore

/// Answers the requests of one connection: the way of a postback from its bytes to its 200.
///
/// All of it happens on the connection's event loop, without a task, so that no time goes into changes of threads.
/// Requests come one by one, from a `RequestQueue`.
final class PostbackHandler: ChannelInboundHandler {
    typealias InboundIn = Never

    /// A postback whose body is coming.
    private struct Postback {
        let head: RequestHead
        let caller: Caller
        /// What has come of it.
        var body: ByteBuffer?
    }

    private enum State {
        /// Between two requests.
        case idle
        case reading
        case inspecting(Route)
        /// What comes is passed over: the request is answered, or about to be.
        case passing(bytes: Int)
    }

    /// Gives the requests, and sends the answers.
    var queue: RequestQueue?
    private var context: ChannelHandlerContext?
    private let intake: Intake
    private let peer: Peer
    /// The peer as one who calls for itself.
    private let peerCaller: Caller
    private let home: Homecoming
    private var ticket: Ticket?
    private var state = State.idle
    /// What is being read.
    private var postback: Postback?
    /// What the ledger has, and has not answered.
    private var deposit: Deposit?
    /// The room that the request takes.
    private var claim: Backlog.Claim
    /// When the head came.
    private var begin = NIODeadline.now()
    /// Whether the answer has a body, as it does unless the method was HEAD.
    private var hasBody = true
    /// Whether the connection ends with the answer.
    private var isLast = false

    /// - Parameter home: brings what the ledger says back to the connection's event loop.
    init(_ intake: Intake, peer: Peer, home: Homecoming) {
        self.intake = intake
        self.peer = peer
        peerCaller = Caller(peer)
        self.home = home
        claim = Backlog.Claim(client: nil)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        ticket = Ticket(self, by: home)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        queue = nil
        ticket = nil
    }

    /// Takes the next part of a request.
    func take(_ part: RequestPart) {
        guard let context else { return }
        switch part {
        case .head(let head): take(head)
        case .body(let part): take(part, context)
        case .end: end(context)
        case .whole(let head, let body):
            take(head)
            take(body, context)
            end(context)
        }
    }

    private func take(_ head: RequestHead) {
        begin = .now()
        hasBody = if case .HEAD = head.method { false } else { true }
        let policy = intake.gatekeeper.policy
        let caller = policy.isProxy(peer) ? Caller(head, through: peer, policy.proxies) : peerCaller
        claim = Backlog.Claim(client: caller.client)
        isLast = head.framing.isLast
        switch intake.receive(head, from: caller, policy) {
        case .postback:
            state = .reading
            postback = Postback(head: head, caller: caller)
            if head.framing.awaitsWord { queue?.goOn() }
        case .inspection(let route): state = .inspecting(route)
        case .refused(let refusal):
            state = .passing(bytes: 0)
            answer(refusal)
        }
    }

    private func take(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        switch state {
        case .reading: read(part)
        case .passing(let bytes):
            let passed = bytes + part.readableBytes
            state = .passing(bytes: passed)
            // The answer is written: who goes on for that long does not read it.
            if passed > intake.limits.body { context.close(promise: nil) }
        case .inspecting, .idle: break
        }
    }

    private func read(_ part: ByteBuffer) {
        var part = part
        let count = postback?.body?.readableBytes ?? 0
        let refusal: Answer
        if count + part.readableBytes > intake.limits.body {
            refusal = intake.tooLarge(from: postback?.caller.source)
        } else if !intake.backlog.grow(&claim, by: part.readableBytes) {
            refusal = intake.noRoom()
        } else if count == 0 {
            postback?.body = part
            return
        } else {
            postback?.body?.writeBuffer(&part)
            return
        }
        state = .passing(bytes: 0)
        postback = nil
        answer(refusal)
    }

    private func end(_ context: ChannelHandlerContext) {
        let ended = state
        state = .idle
        switch ended {
        case .reading:
            guard let postback = postback.take() else { return }
            keep(postback)
        case .inspecting(let route):
            let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
            context.eventLoop.makeFutureWithTask { [intake] in await intake.inspect(route) }.whenSuccess { answer in
                loopBound.value.answer(answer)
            }
        case .passing, .idle: break
        }
    }

    private func keep(_ postback: Postback) {
        guard let ticket else { return }
        let at = intake.journal.now()
        do {
            let body = postback.body.map { Array(buffer: $0) } ?? []
            let events = try intake.events(of: body, postback.head, at: at, from: postback.caller)
            guard intake.backlog.grow(&claim, for: events) else { return answer(intake.noRoom()) }
            let handover = NIODeadline.now()
            deposit = Deposit(events: events.count, at: at, begin: begin, handover: handover)
            if !intake.keep(events, at: handover, for: ticket) { answer(.overloaded) }
        } catch {
            answer(.refused(error))
        }
    }

    /// The ledger has answered: the postback gives its room back, and is counted.
    ///
    /// - Parameter error: why its events are not safe, unless they are.
    func settle(_ error: (any Error)?, in settlement: inout Settlement) {
        settlement.leave(&claim)
        if let error {
            settlement.failed(error)
        } else if let deposit {
            settlement.took(deposit)
        }
    }

    /// Answers the request, even if nobody is there any more to read it.
    func answer(_ answer: Answer) {
        intake.backlog.release(&claim)
        queue?.write(answer, hasBody: hasBody, isLast: isLast || answer.isLast)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .handshakeFailed = error as? NIOSSLError {
            let reason = "The TLS handshake failed: the sender may use http:// here, or does not trust the certificate."
            intake.journal.refuse(.handshakeFailed, reason, from: peer.source)
        }
        let isAnswered = if case .passing = state { true } else { false }
        let fault = error as? HTTPParserError
        if case .idle = state, let fault { intake.refuse(fault, from: peer.source) }
        lose(.incomplete, fault?.sentence ?? "The connection failed before the body ended.")
        if !isAnswered, let fault, fault != .invalidEOFState {
            queue?.write(.unreadable(fault), hasBody: true, isLast: true)
        }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        lose(.incomplete, "The body ended too early.")
        context.fireChannelInactive()
    }

    /// The rest of a body is not waited for any more.
    func bodyIsLate() {
        lose(.tooSlow, "The body of the request came too slowly.")
    }

    /// The rest of a body will not come.
    private func lose(_ outcome: Outcome, _ reason: String) {
        guard let postback = postback.take() else { return }
        state = .passing(bytes: 0)
        intake.backlog.release(&claim)
        intake.journal.refuse(outcome, reason, from: postback.caller.source)
    }
}
