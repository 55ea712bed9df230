import ServiceLifecycle

/// Says that the program is about to end, before anything else stops: it is the last in the list.
struct FarewellService: Service {
    let say: @Sendable () -> Void

    func run() async throws {
        try? await gracefulShutdown()
        say()
    }
}
