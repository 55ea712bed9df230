import SendtopCore
import SendtopStore

extension Ledger {
    private static let batch = 2_000

    /// Whether the last event came after a moment.
    func goesBeyond(_ moment: Timestamp) async throws -> Bool {
        let last = try await info().lastSeq
        return try await events(after: last - 1, limit: 1).contains { $0.at > moment }
    }

    /// Takes over the events that another ledger had at a moment.
    func copyEvents(of source: Ledger, until moment: Timestamp) async throws {
        var cursor: Int64 = 0
        while case let events = try await source.events(after: cursor, limit: Ledger.batch), !events.isEmpty {
            cursor = events.last?.seq ?? cursor
            let past = events.filter { $0.at <= moment }
            if !past.isEmpty { _ = try await append(past) }
        }
        try await project()
    }
}
