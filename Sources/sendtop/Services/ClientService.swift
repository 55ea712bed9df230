import SendtopClient
import ServiceLifecycle

/// Keeps a client until everything that sends through it has ended.
struct ClientService: Service {
    let client: SendClient

    func run() async throws {
        try? await gracefulShutdown()
        try await client.shutdown()
    }
}
