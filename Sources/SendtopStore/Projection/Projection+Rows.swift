import GRDB

/// Finding, keeping and writing the rows of the `send` table and its keys.
extension Projection {
    static let waiting = "external_send_id IS NOT NULL AND dispatch_id IS NULL AND (statuses & 4) <> 0"

    static func hasWaiting(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM send WHERE \(waiting))") ?? false
    }

    /// The row of a dispatch id, ready in `entries`.
    mutating func find(dispatch: String) throws -> Int64? {
        let key = ByteKey(dispatch)
        if let id = dispatches[key] { return resolve(id) }
        guard let id = try statements.findDispatch.integer({ $0.bind(dispatch) }) else { return nil }
        // It may be in memory under its request's name.
        try load(id)
        dispatches[key] = id
        return id
    }

    /// The row of a request of ours, ready in `entries`.
    mutating func find(request: String) throws -> Int64? {
        let key = ByteKey(request)
        if let id = requests[key] { return resolve(id) }
        guard let id = try statements.findRequest.integer({ $0.bind(request) }) else { return nil }
        try load(id)
        requests[key] = id
        return id
    }

    /// The latest send with a dispatch id that has the external id; call `flush` first.
    mutating func find(holderOf external: String) throws -> Int64? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id FROM send WHERE external_send_id = ? AND dispatch_id IS NOT NULL ORDER BY id DESC LIMIT 1
                """
        )
        guard let id = try Int64.fetchOne(statement, arguments: [external]) else { return nil }
        try load(id)
        return id
    }

    /// The requests that the service calls taken, and whose send was not heard of yet.
    mutating func find(waitingFor external: String) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: "SELECT id FROM send WHERE external_send_id = ? AND \(Projection.waiting) ORDER BY id"
        )
        let ids = try Int64.fetchAll(statement, arguments: [external])
        for id in ids { try load(id) }
        return ids
    }

    private mutating func load(_ id: Int64) throws {
        guard entries[id] == nil else { return }
        let statement = try db.cachedStatement(sql: StoredSend.select + " WHERE send.id = ?")
        guard let stored = try RowQuery(statement).first([id], { StoredSend(&$0) }) else { return }
        entries[id] = Entry(stored: stored, isNew: false)
    }

    private func resolve(_ id: Int64) -> Int64 {
        var id = id
        while let next = absorbed[id] { id = next }
        return id
    }

    mutating func remember(request: String, _ id: Int64) throws {
        requests[ByteKey(request)] = id
        try db.cachedStatement(sql: "INSERT INTO request (request_id, send) VALUES (?, ?)")
            .execute(arguments: [request, id])
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
        var last: Int64?
        var new: [Entry] = []
        for id in changed.sorted() where id != last {
            last = id
            guard let entry = entries[id] else { continue }
            if entry.isNew {
                new.append(entry)
            } else {
                let update = entry.keysChanged ? statements.updateWithKeys : statements.update
                try update.run { entry.stored.bind(&$0, withKeys: entry.keysChanged) }
            }
            entry.isNew = false
            entry.keysChanged = false
        }
        changed = []
        try insert(new)
        for link in links.sorted(by: { ($0.send, $0.seq) < ($1.send, $1.seq) }) {
            try statements.link.run {
                $0.bind(link.send)
                $0.bind(link.seq)
            }
        }
        links = []
        try tally.write(db)
        tally = Tally()
    }

    /// Writes rows that are not there yet, as many as fit with one statement.
    private func insert(_ new: [Entry]) throws {
        var rest = new[...]
        while !rest.isEmpty {
            let isBatch = rest.count >= ProjectionStatements.batch
            let rows = rest.prefix(isBatch ? ProjectionStatements.batch : 1)
            try (isBatch ? statements.insertBatch : statements.insert).run { row in
                for entry in rows { entry.stored.bind(&row, withKeys: true) }
            }
            rest = rest.dropFirst(rows.count)
        }
    }
}
