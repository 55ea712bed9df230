import ServiceLifecycle
import UnixSignals

/// Does something at each SIGHUP.
struct ReloadService: Service {
    /// The SIGHUPs, also those of before it runs: whoever hears that the service is ready may send one at once.
    let hangups: UnixSignalsSequence
    /// May block; the task is cancelled when the end must not wait for it.
    let reload: @Sendable () -> Void

    func run() async throws {
        let executor = BlockingExecutor()
        await cancelWhenGracefulShutdown {
            for await _ in hangups {
                await withTaskExecutorPreference(executor) { reload() }
            }
        }
    }
}
