import AsyncHTTPClient
import Foundation
public import Logging
import NIOCore
import SendtopCore

/// Plays the service on this machine: the endpoint, users, campaigns, deliveries, and the postbacks out.
///
/// What it has accepted is durable: a sandbox that was killed goes on where it was, and posts everything at least once.
public struct Sandbox: Sendable {
    /// The port of an endpoint that nobody gave another: `127.0.0.1:7364`.
    public static let defaultPort = 7364

    private let configuration: SandboxConfiguration
    private let host: String
    private let port: Int
    private let statePath: String?
    private let startsFresh: Bool
    private let postbackURLs: [PostbackTarget]
    private let logger: Logger

    /// Prepares a sandbox; nothing starts before ``run(onBound:)``.
    ///
    /// - Parameters:
    ///   - configuration: what to play.
    ///   - host: the address to listen at.
    ///   - port: the port to listen at; 0 for a free one.
    ///   - statePath: the SQLite file of the state; `nil` for a temporary one, removed at the end.
    ///   - startsFresh: whether to remove what that file holds before it begins; only a state of the sandbox is
    ///     removed.
    ///   - postbackURLs: where postbacks go; each gets all of them. After a restart, what is still to be told to the
    ///     first, second, … goes to the URL that is then the first, second, ….
    ///   - logger: for what an operator should know.
    /// - Throws: `SandboxConfigurationError` with every fault of the configuration.
    public init(
        configuration: SandboxConfiguration = .builtIn,
        host: String = "127.0.0.1",
        port: Int = Sandbox.defaultPort,
        statePath: String?,
        startsFresh: Bool = false,
        postbackURLs: [PostbackTarget],
        logger: Logger
    ) throws(SandboxConfigurationError) {
        try configuration.check()
        self.configuration = configuration
        self.host = host
        self.port = port
        self.statePath = statePath
        self.startsFresh = startsFresh
        self.postbackURLs = postbackURLs
        self.logger = logger
    }

    /// Runs until graceful shutdown, which lets requests end, or cancellation, which does not wait for them.
    ///
    /// - Parameter onBound: called with the port once requests are taken.
    /// - Throws: `SandboxStateError` when the state cannot be used; `SandboxAddressError` when the endpoint cannot
    ///   listen.
    public func run(onBound: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        if let statePath {
            return try await run(state: statePath, onBound: onBound)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "sendtop-sandbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        try await run(state: folder.appending(path: "sandbox.sqlite").path, onBound: onBound)
    }

    private func run(state path: String, onBound: @escaping @Sendable (Int) async -> Void) async throws {
        let state = try SandboxState(path: path, configuration: configuration, startsFresh: startsFresh)
        if startsFresh { logger.notice("began with a new state", metadata: ["state": "\(path)"]) }
        do {
            try await run(state, onBound: onBound)
        } catch {
            try? state.close()
            throw error
        }
        try state.close()
    }

    private func run(_ state: SandboxState, onBound: @escaping @Sendable (Int) async -> Void) async throws {
        let catalogue = try state.catalogue()
        let counters = PostingCounters()
        let alarms = postbackURLs.map { _ in Alarm() }
        let executor = Executor(
            state: state,
            catalogue: catalogue,
            targets: postbackURLs.count,
            alarm: Alarm(),
            posters: alarms,
            logger: logger
        )
        let now = Timestamp.now
        let responder = SandboxResponder(
            state: state,
            catalogue: catalogue,
            volume: Volume(
                configuration: configuration,
                sendsThisHour: try state.sends(since: Volume.start(of: now)),
                now: now
            ),
            counters: counters,
            executor: executor.alarm,
            logger: logger
        )
        try await HTTPClient.withHTTPClient(configuration: Sandbox.clientConfiguration) { client in
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { await state.writes.run() }
                group.addTask { await executor.run() }
                for (index, target) in postbackURLs.enumerated() {
                    let poster = Poster(
                        index: index,
                        target: target,
                        state: state,
                        client: client,
                        alarm: alarms[index],
                        counters: counters,
                        logger: logger
                    )
                    group.addTask { await poster.run() }
                }
                let server = SandboxServer(host: host, port: port, responder: responder, logger: logger)
                try await server.run(onBound: onBound)
                group.cancelAll()
            }
        }
    }

    private static var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(90))
        )
        // A refusal is known at once; the retries are ours.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        configuration.httpVersion = .http1Only
        return configuration
    }
}
