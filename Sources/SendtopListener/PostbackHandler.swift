import HTTPTypes
import HummingbirdCore
import NIOCore
import SendtopCore

/// Answers requests: the way of a postback from its bytes to its 200.
struct PostbackHandler: Sendable {
    let configuration: ListenerConfiguration
    /// The path for postbacks, in the form that routes are compared in.
    let path: String
    let store: Listener.Store
    let now: @Sendable () -> Timestamp
    let counter: IntakeCounter
    let log: IntakeLog

    /// Reads one request, answers it, and leaves the connection ready for the next.
    ///
    /// - Throws: What the connection throws, and `EndOfConnection`; either ends the connection.
    @concurrent
    func handle(_ request: Request, _ writer: consuming ResponseWriter, on channel: any Channel) async throws {
        var body = BodyReader(
            request,
            on: channel,
            limit: configuration.bodyLimit,
            timeout: configuration.bodyTimeout
        )
        let answer: Answer
        if request.head.path == path || route(of: request) == .postback {
            if request.method == .post {
                let length = request.headers[.contentLength].flatMap { Int($0) }
                if request.headers[.expect] == "100-continue", length ?? 0 <= configuration.bodyLimit {
                    try await writer.writeInformationalHead(HTTPResponse(status: .continue))
                }
                answer = await take(try await collect(&body, length: length, from: channel), of: request, from: channel)
            } else {
                answer = .methodNotAllowed(allowed: "POST")
            }
        } else {
            answer = other(request)
        }
        if answer.status.kind == .clientError { counter.refused() }
        let content = request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: answer.body)
        try await writer.write(response: answer.head, body: content)
        try await body.discardRest()
        if answer.headers[.connection] == "close" { throw EndOfConnection() }
    }

    @concurrent
    private func collect(_ body: inout BodyReader, length: Int?, from channel: any Channel) async throws
        -> BodyReader.Body
    {
        do {
            return try await body.collect(length: length)
        } catch {
            counter.refused()
            let source = channel.remoteAddress?.ipAddress
            log.refused("The connection failed before the body ended.", sample: [], source: source, at: now())
            throw error
        }
    }

    private func route(of request: Request) -> Route {
        Route(path: request.uri.path, postbackPath: path)
    }

    private func other(_ request: Request) -> Answer {
        guard route(of: request) == .health else { return .notFound }
        return request.method == .get || request.method == .head
            ? .healthy : .methodNotAllowed(allowed: "GET, HEAD")
    }

    private func take(_ body: BodyReader.Body, of request: Request, from channel: any Channel) async -> Answer {
        let source = channel.remoteAddress?.ipAddress
        let moment = now()
        switch body {
        case .tooLarge:
            log.refused("The body is over the limit.", sample: [], source: source, at: moment)
            return .tooLarge(limit: configuration.bodyLimit)
        case .cut:
            log.refused("The body ended too early.", sample: [], source: source, at: moment)
            return .incomplete
        case .whole(let bytes):
            do {
                let headers = Event.Header.kept(of: request.head)
                let events = try Event.postbacks(body: bytes, at: moment, source: source, headers: headers)
                return await keep(events, at: moment)
            } catch {
                log.refused(error.description, sample: bytes, source: source, at: moment)
                return .refused(error)
            }
        }
    }

    private func keep(_ events: [Event], at moment: Timestamp) async -> Answer {
        do {
            if !events.isEmpty { try await store(events) }
            counter.taken(at: moment)
            return .stored
        } catch {
            let problem = "The ledger did not take a postback: \(error)"
            counter.failed(problem)
            log.notStored(problem, at: moment)
            return .unavailable
        }
    }
}
