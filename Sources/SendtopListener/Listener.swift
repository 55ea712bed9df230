import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
import NIOSSL
public import SendtopCore
import Synchronization

/// Takes postbacks in over HTTP, and answers each once it is stored.
///
/// `POST` to the configured path is answered 200 only after the sink has said that it is safe; a body that is no JSON
/// object or array 400, one over the limit 413, a caller without the right address 403, without the right secret 401;
/// and one that the sink could not keep, or has no room for, 503 with `Retry-After`. `GET /healthz` says that the
/// listener is alive, `/readyz` whether postbacks can be taken in, `/metrics` what it measures. Any content type will
/// do.
public struct Listener: Sendable {
    /// Stores the events of one request for good, and says so, or why not, once: from any thread, now or later.
    public typealias Store = @Sendable ([Event], _ done: @escaping @Sendable ((any Error)?) -> Void) -> Void

    private static let group = MultiThreadedEventLoopGroup.singleton

    private let configuration: ListenerConfiguration
    private let certificate: ServerCertificate?
    private let logger: Logger
    private let gatekeeper: Gatekeeper
    private let register: ConnectionRegister
    private let journal: Journal
    private let postbacks: Intake

    /// Makes a listener that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: where, and how much.
    ///   - access: who may deliver.
    ///   - certificate: for TLS; without one it is plain HTTP.
    ///   - logger: gets a few lines a minute about requests that were not taken.
    ///   - prometheus: keeps what is measured, and may keep what others measure.
    ///   - measure: says what others know, whenever metrics are read.
    ///   - store: says when the events are safe; called once a request, from many threads at once, which it must
    ///     not hold up.
    ///   - now: the present.
    public init(
        configuration: ListenerConfiguration = ListenerConfiguration(),
        access: AccessPolicy = .open,
        certificate: ServerCertificate? = nil,
        logger: Logger,
        prometheus: PrometheusMetrics = PrometheusMetrics(),
        measure: @escaping @Sendable () async -> [Measurement] = { [] },
        store: @escaping Store,
        now: @escaping @Sendable () -> Timestamp
    ) {
        let limits = configuration.limits
        self.configuration = configuration
        self.certificate = certificate
        self.logger = logger
        gatekeeper = Gatekeeper(access)
        register = ConnectionRegister(limit: limits.connections, limitPerClient: limits.connectionsPerAddress)
        let journal = Journal(
            counter: IntakeCounter(),
            metrics: ListenerMetrics(prometheus),
            log: IntakeLog(logger),
            now: now
        )
        self.journal = journal
        let backlog = Backlog(limit: limits.pendingBytes, patience: limits.patience)
        postbacks = Intake(
            limits: limits,
            path: Route.canonical(configuration.path),
            gatekeeper: gatekeeper,
            backlog: backlog,
            store: store,
            inspection: Inspection(
                prometheus: prometheus,
                journal: journal,
                backlog: backlog,
                register: register,
                measure: measure
            ),
            journal: journal,
            stamps: PerEventLoop(Listener.group) {
                .makeBoxSendingValue(DateStamp(now: now), eventLoop: $0)
            },
            homecomings: PerEventLoop(Listener.group) { Homecoming(to: $0, backlog, journal) }
        )
    }

    /// How the listener fares.
    public var intake: IntakeStatus {
        journal.counter.status
    }

    /// How the listener fares now, and whenever that changes; a slow reader sees only the newest.
    public func intakeChanges() -> AsyncStream<IntakeStatus> {
        journal.counter.changes()
    }

    /// Lets others in from the next request on.
    public func admit(_ access: AccessPolicy) {
        gatekeeper.policy = access
    }

    /// Listens until the task is cancelled or a service group shuts down gracefully; either way requests whose heads
    /// had come are still answered.
    ///
    /// - Parameter onBound: Called with the port once the address is bound.
    /// - Throws: `ListenerError` when the address cannot be listened on (any more), `CertificateError`.
    public func run(onBound: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        let (bound, isBound) = AsyncStream.makeStream(of: Never.self)
        let counter = journal.counter
        let fault = Fault()
        let server = makeServer(tls: try certificate?.context()) {
            [configuration, certificate, register, journal, fault] channel in
            try? await channel.eventLoop.submit {
                let acceptGuard = AcceptGuard(register: register, journal: journal) { error in
                    fault.error = error
                }
                try channel.pipeline.syncOperations.addHandler(acceptGuard, position: .first)
            }.get()
            let port = channel.localAddress?.port ?? configuration.port
            counter.opened(at: configuration.url(port: port, isEncrypted: certificate != nil))
            await onBound(port)
            isBound.finish()
        }
        // Cancellation must not reach the requests in flight, so the server has a task of its own.
        let serving = Task {
            defer { isBound.finish() }
            try await server.run()
        }
        let renewing = Task { [certificate] in try await certificate?.run() }
        defer { renewing.cancel() }
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
            if let error = fault.error { throw error }
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

    /// What ended the listening, when nobody asked for the end.
    private final class Fault: Sendable {
        private let kept = Mutex<(any Error)?>(nil)

        var error: (any Error)? {
            get { kept.withLock { $0 } }
            set { kept.withLock { $0 = newValue } }
        }
    }

    private func makeServer(
        tls: NIOSSLContext?,
        onRunning: @escaping @Sendable (any Channel) async -> Void
    ) -> Server<GuardedChannel> {
        // At trace level the library writes parts of requests.
        var logger = logger
        logger.logLevel = max(logger.logLevel, .debug)
        return Server(
            childChannelSetup: GuardedChannel(intake: postbacks, register: register, tls: tls),
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                backlog: 4_096
            ),
            onServerRunning: onRunning,
            eventLoopGroup: Listener.group,
            logger: logger
        )
    }
}
