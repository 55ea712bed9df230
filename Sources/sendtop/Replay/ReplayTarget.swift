import SendtopCore
import SendtopStore

/// Where a recording goes.
protocol ReplayTarget: Sendable {
    /// Takes some events in; returns how many were passed over.
    func take(_ events: [Event]) async throws -> Int
}

/// Appends to a ledger, as the events were.
struct LedgerTarget: ReplayTarget {
    let ledger: Ledger

    func take(_ events: [Event]) async throws -> Int {
        _ = try await ledger.append(events)
        return 0
    }
}
