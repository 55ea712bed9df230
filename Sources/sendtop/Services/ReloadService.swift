import ServiceLifecycle
import UnixSignals

/// Does something at each SIGHUP.
struct ReloadService: Service {
    /// May block; the task is cancelled when the end must not wait for it.
    let reload: @Sendable () -> Void

    func run() async throws {
        let executor = BlockingExecutor()
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) {
                await withTaskExecutorPreference(executor) { reload() }
            }
        }
    }
}
