import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import SendtopCore

/// Takes postbacks in over HTTP, and answers each once it is stored.
///
/// `POST` to the configured path is answered 200 only after the sink has returned; a body that is no JSON object or
/// array 400, one over the limit 413, and one that the sink could not keep 503 with `Retry-After`. `GET /healthz`
/// says `ok`. Any content type will do.
public struct Listener: Sendable {
    /// Stores the events of one request for good, or throws.
    public typealias Store = @Sendable ([Event]) async throws -> Void

    private let configuration: ListenerConfiguration
    private let logger: Logger
    private let handler: PostbackHandler
    private let counter = IntakeCounter()

    /// Makes a listener that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: where, and how much.
    ///   - logger: gets a few lines a minute about requests that were not taken.
    ///   - store: returns once the events are safe; called once a request, from many tasks at once.
    ///   - now: the present.
    public init(
        configuration: ListenerConfiguration = ListenerConfiguration(),
        logger: Logger,
        store: @escaping Store,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.configuration = configuration
        self.logger = logger
        handler = PostbackHandler(
            configuration: configuration,
            path: Route.canonical(configuration.path),
            store: store,
            now: now,
            counter: counter,
            log: IntakeLog(logger)
        )
    }

    /// How the listener fares.
    public var intake: IntakeStatus {
        counter.status
    }

    /// How the listener fares now, and whenever that changes; a slow reader sees only the newest.
    public func intakeChanges() -> AsyncStream<IntakeStatus> {
        counter.changes()
    }

    /// Listens until the task is cancelled or a service group shuts down gracefully; either way requests whose heads
    /// had come are still answered.
    ///
    /// - Parameter onBound: Called with the port once the address is bound.
    /// - Throws: `ListenerError` when the address cannot be bound.
    public func run(onBound: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        let (bound, isBound) = AsyncStream.makeStream(of: Never.self)
        let server = makeServer { [configuration, counter] channel in
            let port = channel.localAddress?.port ?? configuration.port
            counter.opened(at: configuration.url(port: port))
            await onBound(port)
            isBound.finish()
        }
        // Cancellation must not reach the requests in flight, so the server has a task of its own.
        let serving = Task {
            defer { isBound.finish() }
            try await server.run()
        }
        do {
            try await withTaskCancellationHandler {
                try await serving.value
            } onCancel: {
                Task {
                    // A server that is told to stop while it starts would drop its channel unclosed.
                    for await _ in bound {}
                    try await server.shutdownGracefully()
                }
            }
            counter.closed()
        } catch {
            let error = ListenerError(binding: error, host: configuration.host, port: configuration.port)
            counter.closed(error.description)
            throw error
        }
    }

    /// Listens like `run(onBound:)`, as a service does.
    public func run() async throws {
        try await run { _ in }
    }

    private func makeServer(
        onRunning: @escaping @Sendable (any Channel) async -> Void
    ) -> Server<HTTP1Channel> {
        // At trace level the library writes parts of requests.
        var logger = logger
        logger.logLevel = max(logger.logLevel, .debug)
        let responder: HTTPChannelHandler.Responder = { [handler] request, writer, channel in
            try await handler.handle(request, writer, on: channel)
        }
        return Server(
            childChannelSetup: HTTP1Channel(responder: responder, configuration: .init(idleTimeout: .seconds(75))),
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                backlog: 1_024
            ),
            onServerRunning: onRunning,
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        )
    }
}
