import GRDB

/// Finding, keeping and writing the rows of the `send` table and its keys.
extension Projection {
    static let waiting = "external_send_id IS NOT NULL AND dispatch_id IS NULL AND (statuses & 4) <> 0"

    static func hasWaiting(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM send WHERE \(waiting))") ?? false
    }

    /// The send of a dispatch id.
    mutating func find(dispatch: String) throws -> Entry? {
        let key = ByteKey(dispatch)
        if let entry = dispatches[key] { return entry.latest }
        guard let id = try statements.findDispatch.integer({ $0.bind(dispatch) }) else { return nil }
        // It may be in memory under its request's name.
        let entry = try load(id)
        dispatches[key] = entry
        return entry
    }

    /// The send of a request of ours.
    mutating func find(request: String) throws -> Entry? {
        let key = ByteKey(request)
        if let entry = requests[key] { return entry.latest }
        guard let id = try statements.findRequest.integer({ $0.bind(request) }) else { return nil }
        let entry = try load(id)
        requests[key] = entry
        return entry
    }

    /// The latest send with a dispatch id that has the external id; call `flush` first.
    mutating func find(holderOf external: String) throws -> Entry? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id FROM send WHERE external_send_id = ? AND dispatch_id IS NOT NULL ORDER BY id DESC LIMIT 1
                """
        )
        return try Int64.fetchOne(statement, arguments: [external]).flatMap { try load($0) }
    }

    /// The requests that the service calls taken, and whose send was not heard of yet.
    mutating func find(waitingFor external: String) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: "SELECT id FROM send WHERE external_send_id = ? AND \(Projection.waiting) ORDER BY id"
        )
        return try Int64.fetchAll(statement, arguments: [external]).compactMap { try load($0) }
    }

    private mutating func load(_ id: Int64) throws -> Entry? {
        if let entry = loaded[id] { return entry }
        let statement = try db.cachedStatement(sql: StoredSend.select + " WHERE send.id = ?")
        guard let stored = try RowQuery(statement).first([id], { StoredSend(&$0) }) else { return nil }
        let entry = Entry(stored: stored, isNew: false)
        loaded[id] = entry
        return entry
    }

    mutating func remember(request: String, _ entry: Entry) throws {
        requests[ByteKey(request)] = entry
        try db.cachedStatement(sql: "INSERT INTO request (request_id, send) VALUES (?, ?)")
            .execute(arguments: [request, entry.id])
    }

    /// Gives what hangs on one row to another, and drops it.
    func move(_ gone: Int64, to kept: Int64) throws {
        for sql in [
            "UPDATE request SET send = ?2 WHERE send = ?1",
            "UPDATE send_event SET send = ?2 WHERE send = ?1",
            "UPDATE reason SET send = ?2 WHERE send = ?1",
            // The first event of the one that goes had no link.
            "INSERT OR IGNORE INTO send_event (send, seq) VALUES (?2, ?1)",
        ] {
            try db.cachedStatement(sql: sql).execute(arguments: [gone, kept])
        }
        try db.cachedStatement(sql: "DELETE FROM send WHERE id = ?").execute(arguments: [gone])
    }

    /// Writes all that is not written yet.
    mutating func flush() throws {
        for entry in changed.sorted(by: { $0.id < $1.id }) where entry.successor == nil {
            let update = entry.keysChanged ? statements.updateWithKeys : statements.update
            try update.run { entry.stored.bind(&$0, withKeys: entry.keysChanged) }
            entry.isChanged = false
            entry.keysChanged = false
        }
        changed = []
        try insert(new)
        new = []
        for link in links.sorted(by: { ($0.send, $0.seq) < ($1.send, $1.seq) }) {
            try statements.link.run {
                $0.bind(link.send)
                $0.bind(link.seq)
            }
        }
        links = []
        try tally.write(db)
        tally = Tally(from: tally.firstMinute)
    }

    /// Writes rows that are not there yet, as many as fit with one statement.
    private func insert(_ new: [Entry]) throws {
        var rest = new[...]
        while !rest.isEmpty {
            let isBatch = rest.count >= ProjectionStatements.batch
            let rows = rest.prefix(isBatch ? ProjectionStatements.batch : 1)
            try (isBatch ? statements.insertBatch : statements.insert).run { row in
                for entry in rows {
                    entry.stored.bind(&row, withKeys: true)
                    entry.isNew = false
                    entry.keysChanged = false
                }
            }
            rest = rest.dropFirst(rows.count)
        }
    }
}
