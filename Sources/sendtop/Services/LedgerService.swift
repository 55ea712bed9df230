import SendtopCore
import SendtopStore
import ServiceLifecycle

/// Runs the ledger: its owner brings the derived tables up to date, and prunes, until it is told to stop.
struct LedgerService: Service {
    let ledger: Ledger
    var retention = Retention()

    func run() async throws {
        guard ledger.access == .owner else {
            // A cancelled wait is an end as well.
            try? await gracefulShutdown()
            return await ledger.close()
        }
        try await cancelWhenGracefulShutdown {
            try await withThrowingDiscardingTaskGroup { group in
                if !retention.isEmpty { group.addTask { try await ledger.retain(retention) { .now() } } }
                try await ledger.run()
            }
        }
        await ledger.close()
    }
}
