import SendtopListener
import ServiceLifecycle

/// Runs the listener, and says which port it got.
struct ListenerService: Service {
    let listener: Listener
    var onBound: @Sendable (Int) async -> Void = { _ in }

    func run() async throws {
        try await listener.run(onBound: onBound)
    }
}
