import GRDB
import SendtopCore

/// Brings the derived tables up to date with the events, batch by batch behind a cursor.
struct Projector: Sendable {
    /// Events of one batch at most: enough that the cost of a commit is shared, few enough that another process
    /// need not wait for long.
    static let batchLimit = 4_000

    let events: DatabasePool
    let derived: DatabasePool
    let meanings: Meanings

    /// Takes the next batch in, and returns how many events it had.
    ///
    /// Safe when several processes do it at a time: the cursor moves in the transaction that it counts for.
    func step(limit: Int = batchLimit) async throws -> Int {
        // Not GRDB's own async write, which a cancelled task would interrupt half way.
        try await withCheckedThrowingContinuation { continuation in
            derived.asyncWriteWithoutTransaction { db in
                continuation.resume(with: Result { try step(limit, db) })
            }
        }
    }

    private func step(_ limit: Int, _ db: Database) throws -> Int {
        guard try Projector.last(events) > Projector.cursor(db) else { return 0 }
        var count = 0
        try db.inTransaction(.immediate) {
            var cursor = try Projector.cursor(db)
            var projection = try Projection(db, meanings: meanings)
            try events.read { eventsDB in
                let select = try eventsDB.cachedStatement(
                    sql: """
                        SELECT \(EventRow.factColumns) FROM event
                        WHERE seq > ? ORDER BY seq LIMIT ?
                        """
                )
                let rows = try Row.fetchCursor(select, arguments: [cursor, limit])
                while let row = try rows.next() {
                    let event = EventRow.facts(row)
                    try projection.take(event)
                    cursor = event.seq
                    count += 1
                }
            }
            try projection.flush()
            try db.cachedStatement(sql: "UPDATE cursor SET seq = ? WHERE name = 'send'").execute(arguments: [cursor])
            return .commit
        }
        return count
    }

    /// The last event that the derived tables show.
    static func cursor(_ db: Database) throws -> Int64 {
        let select = try db.cachedStatement(sql: "SELECT seq FROM cursor WHERE name = 'send'")
        return try Int64.fetchOne(select) ?? 0
    }

    /// The last event there is.
    static func last(_ pool: DatabasePool) throws -> Int64 {
        try pool.read { db in
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM event")) ?? 0
        }
    }
}
