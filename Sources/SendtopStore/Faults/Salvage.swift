import GRDB
import Logging
import SendtopCore

/// Copies what can be read of a damaged ledger's events into a ledger of their own.
struct Salvage {
    /// Events that are read at once, and sequence numbers that are tried one by one round a broken page.
    private static let batch: Int64 = 500
    /// Sequence numbers behind a broken place after which nothing more is looked for.
    private static let reach: Int64 = 1 << 40

    let damage: LedgerDamage
    let logger: Logger

    /// - Returns: how many events were saved.
    func run() async throws -> Int {
        guard let sound = damage.sound else { return 0 }
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: damage.aside, configuration: configuration)
        defer { try? queue.close() }
        let ledger = try Ledger.open(path: sound, access: .writer, logger: logger)
        var saved = 0
        do {
            var cursor: Int64 = 0
            while let next = try await next(after: cursor, queue) {
                if !next.isEmpty { saved += try await ledger.append(next).count }
                cursor = next.last?.seq ?? cursor + Salvage.batch
            }
        } catch {
            await ledger.close()
            throw error
        }
        await ledger.close()
        return saved
    }

    /// The next events that can be read; `nil` at the end.
    private func next(after cursor: Int64, _ queue: DatabaseQueue) async throws -> [Event]? {
        if let events = try? await read(cursor, Salvage.batch, queue) { return events.isEmpty ? nil : events }
        var found: [Event] = []
        for seq in cursor..<cursor + Salvage.batch {
            if let event = try? await read(seq, 1, queue, through: seq + 1).first { found.append(event) }
        }
        if !found.isEmpty { return found }
        // A broken place that is larger: where do rows begin again?
        var gap = Salvage.batch
        while gap < Salvage.reach {
            if let events = try? await read(cursor + gap, 1, queue) { return events.isEmpty ? nil : events }
            gap *= 2
        }
        return nil
    }

    private func read(_ seq: Int64, _ limit: Int64, _ queue: DatabaseQueue, through last: Int64 = .max) async throws
        -> [Event]
    {
        try await queue.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT \(EventRow.columns) FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
            )
            return try RowQuery(statement).all([seq, last, limit], EventRow.event)
        }
    }
}
