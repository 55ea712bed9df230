import CoreMetrics
import HTTPTypes
import HummingbirdCore
import NIOCore
import SendtopCore

/// Answers requests: the way of a postback from its bytes to its 200.
struct PostbackHandler: Sendable {
    let limits: ListenerLimits
    /// The path for postbacks, in the form that routes are compared in.
    let path: String
    let gatekeeper: Gatekeeper
    let backlog: Backlog
    let store: Listener.Store
    let inspection: Inspection
    let journal: Journal

    /// Reads one request, answers it, and leaves the connection ready for the next.
    ///
    /// - Throws: What the connection throws, and `EndOfConnection`; either ends the connection.
    @concurrent
    func handle(_ request: Request, _ writer: consuming ResponseWriter, on channel: any Channel) async throws {
        let begin = NIODeadline.now()
        let policy = gatekeeper.policy
        let route =
            request.head.path == path
            ? .postback(token: nil) : Route(request.uri, postbackPath: path, hasTokens: !policy.tokens.isEmpty)
        let caller = Caller(request, from: channel, policy: policy)
        var body = BodyReader(
            request,
            on: channel,
            limit: limits.body,
            backlog: backlog,
            client: caller.address.map(ClientKey.init)
        )
        defer { body.release() }
        let answer: Answer
        switch route {
        case .postback(let token):
            if let refusal = refusal(request, token: token, caller, policy) {
                answer = refusal
            } else {
                let length = request.headers[.contentLength].flatMap { Int($0) }
                if request.headers[.expect] == "100-continue", length ?? 0 <= limits.body {
                    try await writer.writeInformationalHead(HTTPResponse(status: .continue))
                }
                answer = await take(try await collect(&body, length: length, from: caller), of: request, from: caller)
                if answer.status == .ok { journal.metrics.answer.recordNanoseconds((.now() - begin).nanoseconds) }
            }
        case .health, .readiness, .metrics:
            answer = await inspect(request, route, caller, policy)
        case .nothing:
            journal.refuse(.misdirected, "There is nothing at the path.", from: caller.source)
            answer = .notFound
        }
        body.release()
        let content = request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: answer.body)
        try await writer.write(response: answer.head, body: content)
        try await body.discardRest()
        if answer.headers[.connection] == "close" { throw EndOfConnection() }
    }

    /// Why a request for the path of postbacks is not even read; `nil` when it is.
    private func refusal(_ request: Request, token: String?, _ caller: Caller, _ policy: AccessPolicy) -> Answer? {
        if !policy.admits(caller) {
            journal.refuse(.forbidden, "The address is not on the list.", from: caller.source)
            return .forbidden
        }
        if policy.asksForSecret, !policy.accepts(token: token, authorization: request.headers[.authorization]) {
            journal.refuse(.unauthorised, "The secret is missing or wrong.", from: caller.source)
            return .unauthorised(isBasic: !policy.credentials.isEmpty)
        }
        guard request.method == .post else {
            journal.refuse(.misdirected, "The method makes no sense here.", from: caller.source)
            return .methodNotAllowed(allowed: "POST")
        }
        return nil
    }

    private func inspect(_ request: Request, _ route: Route, _ caller: Caller, _ policy: AccessPolicy) async -> Answer {
        guard request.method == .get || request.method == .head else {
            journal.refuse(.misdirected, "The method makes no sense here.", from: caller.source)
            return .methodNotAllowed(allowed: "GET, HEAD")
        }
        switch route {
        case .metrics:
            // Behind a proxy on this machine everybody seems local: a secret it is, or nothing on the way.
            let token = request.uri.queryParameters["token"].map(String.init)
            let knowsSecret = policy.accepts(token: token, authorization: request.headers[.authorization])
            guard caller.isLocal || knowsSecret else {
                journal.refuse(.unauthorised, "Metrics are for this machine, or for a secret.", from: caller.source)
                return .unauthorised(isBasic: !policy.credentials.isEmpty)
            }
            return await inspection.metrics()
        case .readiness:
            return inspection.readiness()
        default:
            return .healthy
        }
    }

    @concurrent
    private func collect(_ body: inout BodyReader, length: Int?, from caller: Caller) async throws -> BodyReader.Body {
        do {
            return try await body.collect(length: length)
        } catch {
            journal.refuse(.incomplete, "The connection failed before the body ended.", from: caller.source)
            throw error
        }
    }

    private func take(_ body: BodyReader.Body, of request: Request, from caller: Caller) async -> Answer {
        switch body {
        case .tooLarge:
            journal.refuse(.tooLarge, "The body is over the limit.", from: caller.source)
            return .tooLarge(limit: limits.body)
        case .cut:
            journal.refuse(.incomplete, "The body ended too early.", from: caller.source)
            return .incomplete
        case .noRoom:
            journal.fail(.overloaded, "Postbacks come faster than the ledger takes them.")
            return .overloaded
        case .whole(let bytes):
            journal.metrics.bytes.increment(by: bytes.count)
            do {
                let headers = Event.Header.kept(of: request.head)
                let moment = journal.now()
                let events = try Event.postbacks(body: bytes, at: moment, source: caller.source, headers: headers)
                return await keep(events, at: moment)
            } catch {
                journal.refuse(.malformed, error.description, sample: bytes, from: caller.source)
                return .refused(error)
            }
        }
    }

    private func keep(_ events: [Event], at moment: Timestamp) async -> Answer {
        guard backlog.enter() else {
            journal.fail(.overloaded, "The ledger has not answered for too long.")
            return .overloaded
        }
        defer { backlog.leave() }
        do {
            let begin = NIODeadline.now()
            if !events.isEmpty { try await store(events) }
            journal.metrics.commit.recordNanoseconds((.now() - begin).nanoseconds)
            journal.took(events.count, at: moment)
            return .stored
        } catch {
            journal.fail(.notStored, "The ledger did not take a postback: \(error)")
            return .unavailable
        }
    }
}
