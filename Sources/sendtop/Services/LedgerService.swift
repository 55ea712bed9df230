import SendtopStore
import ServiceLifecycle

/// Runs the ledger: it brings the derived tables up to date until it is told to stop.
struct LedgerService: Service {
    let ledger: Ledger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await ledger.run()
        }
        await ledger.close()
    }
}
