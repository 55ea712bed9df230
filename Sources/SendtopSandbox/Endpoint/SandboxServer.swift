import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Takes requests at an address until graceful shutdown or cancellation.
struct SandboxServer: Sendable {
    let host: String
    let port: Int
    let responder: SandboxResponder
    let logger: Logger

    /// How long requests that are under way may take to end.
    private static let patience = Duration.seconds(3)

    /// Runs the server.
    ///
    /// Graceful shutdown lets requests end, but waits for none that comes drop by drop.
    ///
    /// A server of NIO that is cancelled traps on connections that it has taken and not handled yet. So cancellation
    /// takes the graceful road too, and closes what is open, for it waits for nobody.
    ///
    /// - Throws: `SandboxAddressError` when the address cannot be listened at.
    func run(onBound: @escaping @Sendable (Int) async -> Void) async throws {
        let connections = OpenConnections()
        let port = port
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [OpenConnections.Handler(connections)],
                    idleTimeout: .seconds(60)
                )
            ),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), backlog: 1_024),
            onServerRunning: { channel in await onBound(channel.localAddress?.port ?? port) },
            logger: logger
        )
        let services = ServiceGroup(services: [application], logger: logger)
        let running = Task { try await services.run() }
        do {
            try await withTaskCancellationHandler {
                try await withGracefulShutdownHandler {
                    try await running.value
                } onGracefulShutdown: {
                    Task {
                        await services.triggerGracefulShutdown()
                        try? await Task.sleep(for: SandboxServer.patience)
                        connections.close()
                    }
                }
            } onCancel: {
                Task {
                    await services.triggerGracefulShutdown()
                    connections.close()
                }
            }
        } catch {
            throw SandboxAddressError(binding: error, host: host, port: port) ?? error
        }
    }
}
