import Logging
import SendtopCore
import SendtopListener

/// The present of the tests.
let testNow = Timestamp(milliseconds: 1_700_000_000_000)

/// Stores the events of one request, or throws.
typealias Storing = @Sendable ([Event]) async throws -> Void

/// What a listener calls, of what stores in a task.
func calling(_ store: @escaping Storing) -> Listener.Store {
    { events, done in
        Task {
            do {
                try await store(events)
                done(nil)
            } catch {
                done(error)
            }
        }
    }
}

/// Runs a listener on a free port while a test uses it, then stops it and waits for its end.
func listening(
    _ configuration: ListenerConfiguration = ListenerConfiguration(),
    access: AccessPolicy = .open,
    certificate: ServerCertificate? = nil,
    log: CapturedLog = CapturedLog(),
    measure: @escaping @Sendable () async -> [Measurement] = { [] },
    store: @escaping Storing,
    now: Timestamp = testNow,
    _ test: (Listener, Int) async throws -> Void
) async throws {
    var configuration = configuration
    configuration.port = 0
    let listener = Listener(
        configuration: configuration,
        access: access,
        certificate: certificate,
        logger: log.logger,
        measure: measure,
        store: calling(store),
        now: { now }
    )
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    let running = Task {
        defer { bound.finish() }
        try await listener.run { bound.yield($0) }
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else { return try await running.value }
    do {
        try await test(listener, port)
    } catch {
        running.cancel()
        throw error
    }
    running.cancel()
    try await running.value
}

/// A request as curl sends it.
func curl(
    _ body: String,
    method: String = "POST",
    path: String = "/postback",
    headers: [String] = ["Content-Type: application/json"]
) -> String {
    let lines =
        [
            "\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:7363", "User-Agent: curl/8.5.0", "Accept: */*",
            "Content-Length: \(body.utf8.count)",
        ] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}

/// Sends one request on a connection of its own, and gives the answer.
func ask(_ port: Int, _ request: String) async throws -> RawAnswer {
    let connection = try await RawConnection.open(port)
    try await connection.send(request)
    let answer = try await connection.answer(hasBody: !request.hasPrefix("HEAD"))
    try await connection.close()
    return answer
}
