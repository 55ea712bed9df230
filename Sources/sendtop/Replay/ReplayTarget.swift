import SendtopCore
import SendtopStore

/// Where a recording goes.
protocol ReplayTarget: Sendable {
    /// Takes the events of some lines in, and counts what is in or passed over, also when it throws.
    func take(_ lines: [RecordedLine], _ outcome: inout ReplayOutcome) async throws
}

/// Appends to a ledger, as the events were.
struct LedgerTarget: ReplayTarget {
    let ledger: Ledger

    func take(_ lines: [RecordedLine], _ outcome: inout ReplayOutcome) async throws {
        let events = lines.flatMap(\.events)
        _ = try await ledger.append(events)
        outcome.events += events.count
        outcome.line = lines.last?.number ?? outcome.line
    }
}
