import SendtopSandbox
import ServiceLifecycle

/// Runs the sandbox, and says which port it got.
struct SandboxService: Service {
    let sandbox: Sandbox
    var onBound: @Sendable (Int) async -> Void = { _ in }

    func run() async throws {
        try await sandbox.run(onBound: onBound)
    }
}
