import SendtopSandbox
import ServiceLifecycle
import TestSupport

/// Runs a sandbox and a target for its postbacks, for as long as the body takes.
func withSandbox(
    _ configuration: SandboxConfiguration = .fast,
    statePath: String? = nil,
    receiver: Receiver = Receiver(),
    target: @Sendable (Int) -> String = { "http://127.0.0.1:\($0)/postback" },
    _ body: (Harness) async throws -> Void
) async throws {
    try await withBound(receiver.run) { receiverPort in
        let sandbox = try Sandbox(
            configuration: configuration,
            port: 0,
            statePath: statePath,
            postbackURLs: [PostbackTarget(url: target(receiverPort))],
            logger: quietLogger
        )
        try await withBound(sandbox.run(onBound:)) { port in
            try await body(Harness(baseURL: "http://127.0.0.1:\(port)", receiver: receiver))
        }
    }
}

/// Runs a server, hands its port to the body, and stops it gracefully afterwards.
func withBound(
    _ serve: @escaping @Sendable (@escaping @Sendable (Int) async -> Void) async throws -> Void,
    _ body: (Int) async throws -> Void
) async throws {
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let service = ClosureService {
        defer { continuation.finish() }
        try await serve { continuation.yield($0) }
    }
    let services = ServiceGroup(services: [service], logger: quietLogger)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await services.run() }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else {
            try await group.waitForAll()
            throw NeverHappened()
        }
        do {
            try await body(port)
        } catch {
            await services.triggerGracefulShutdown()
            try? await group.waitForAll()
            throw error
        }
        await services.triggerGracefulShutdown()
        try await group.waitForAll()
    }
}
