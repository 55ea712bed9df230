import GRDB
import SendtopCore

/// Brings the derived tables up to date with the events, batch by batch behind a cursor.
struct Projector: Sendable {
    /// Events of one batch at most: enough that the cost of a commit is shared, few enough that another process
    /// need not wait for long.
    static let batchLimit = 16_000
    /// Bytes of bodies of one batch, but for the last of them.
    private static let byteLimit = 8 << 20
    /// Events that are projected in spare time: fewer are soon done, and who is further behind has to catch up.
    private static let patient: Range<Int64> = 500..<Int64(batchLimit)

    let events: DatabasePool
    let derived: DatabasePool
    let recent: RecentEvents
    let meanings: Meanings

    /// Takes the next batch in, and returns how many events it had.
    ///
    /// Safe when several processes do it at a time: the cursor moves in the transaction that it counts for.
    func step(limit: Int = batchLimit) async throws -> Int {
        try await derived.writeUncancelled { try step(limit, $0) }
    }

    private func step(_ limit: Int, _ db: Database) throws -> Int {
        let numbers = try events.read { try EventNumbers($0) }
        let waiting = try numbers.last - Projector.cursor(db)
        guard waiting > 0 else { return 0 }
        let work = { try project(from: numbers.first, limit, db) }
        return try Projector.patient.contains(waiting) ? SpareTime.run(work) : work()
    }

    /// Takes in the next events that retention has left, and returns how many they were.
    private func project(from first: Int64, _ limit: Int, _ db: Database) throws -> Int {
        var count = 0
        try db.inTransaction(.immediate) {
            let cursor = max(try Projector.cursor(db), first - 1)
            var commits = try next(after: cursor, limit)
            let expected = commits.reduce(0) { $0 + $1.count }
            var projection = try Projection(db, meanings: meanings, expecting: expected)
            var last = cursor
            for commit in commits.indices {
                for request in commits[commit] {
                    for place in request.indices where request[place].seq > cursor {
                        try projection.take(request[place])
                        last = request[place].seq
                        count += 1
                    }
                }
                // While they are at hand: later, they would have to be fetched from afar to be freed.
                commits[commit] = []
            }
            guard count > 0 else { return .rollback }
            try projection.flush()
            try db.cachedStatement(sql: "UPDATE cursor SET seq = ? WHERE name = 'send'").execute(arguments: [last])
            return .commit
        }
        return count
    }

    /// The next events, by commit and request, from memory where they are still there.
    private func next(after cursor: Int64, _ limit: Int) throws -> [[[Event]]] {
        let commits = recent.take(after: cursor, limit: limit)
        return commits.isEmpty ? [[try fetch(after: cursor, limit)]] : commits
    }

    /// The next events, in a read of their own: while one is open, the write-ahead log cannot begin anew.
    private func fetch(after cursor: Int64, _ limit: Int) throws -> [Event] {
        try events.read { db in
            let select = try db.cachedStatement(
                sql: "SELECT \(EventRow.factColumns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
            )
            var batch: [Event] = []
            var bytes = 0
            try RowQuery(select).forEach([cursor, limit]) { row in
                let event = EventRow.facts(&row)
                bytes += event.body.count
                batch.append(event)
                return bytes < Projector.byteLimit
            }
            return batch
        }
    }

    /// The last event that the derived tables show.
    static func cursor(_ db: Database) throws -> Int64 {
        let select = try db.cachedStatement(sql: "SELECT seq FROM cursor WHERE name = 'send'")
        return max(0, try Int64.fetchOne(select) ?? 0)
    }

    /// The last event there is.
    static func last(_ pool: DatabasePool) throws -> Int64 {
        try pool.read { try EventNumbers($0).last }
    }
}
