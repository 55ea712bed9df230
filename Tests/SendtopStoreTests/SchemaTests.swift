import GRDB
import SendtopCore
import SendtopStore
import Testing

@testable import SendtopStore

@Suite struct SchemaTests {
    @Test("The events are durable when a commit returns; the derived tables need not be")
    func synchronous() async throws {
        try await withLedger { ledger in
            for (pool, expected) in [(ledger.events, 2), (ledger.derived, 1)] {
                let (synchronous, journal) = try await pool.writeWithoutTransaction { db in
                    (
                        try Int.fetchOne(db, sql: "PRAGMA synchronous"),
                        try String.fetchOne(db, sql: "PRAGMA journal_mode")
                    )
                }
                #expect(synchronous == expected)
                #expect(journal == "wal")
            }
        }
    }

    @Test(
        "Whoever opens the file, events are neither changed, nor deleted, nor written out of turn",
        arguments: [
            ("UPDATE event SET body = x'00' WHERE seq = 1", "an event never changes"),
            ("UPDATE event SET seq = 9 WHERE seq = 3", "an event never changes"),
            ("DELETE FROM event WHERE seq = 1", "an event is deleted by retention alone"),
            ("DELETE FROM event", "an event is deleted by retention alone"),
            (
                "INSERT OR REPLACE INTO event (\(columns)) VALUES (2\(values))",
                "an event is appended after the newest one"
            ),
            ("INSERT INTO event (\(columns)) VALUES (7\(values))", "an event is appended after the newest one"),
            ("UPDATE retention SET through = -1", "what retention has given up does not come back"),
            ("DELETE FROM retention", "what retention has given up does not come back"),
        ]
    )
    func appendOnly(sql: String, refusal: String) async throws {
        try await withThreeEvents { ledger in
            let other = try DatabaseQueue(path: ledger.path)
            await #expect { try await other.write { try $0.execute(sql: sql) } } throws: {
                ($0 as? DatabaseError)?.message == refusal
            }
            let events = try await ledger.events(after: 0, limit: 9)
            #expect(events.map(\.seq) == [1, 2, 3])
        }
    }

    @Test("Retention deletes the oldest events once it has said so, and never the newest")
    func retention() async throws {
        try await withThreeEvents { ledger in
            try await DatabaseQueue(path: ledger.path).write { db in
                try db.execute(sql: "UPDATE retention SET through = 3; DELETE FROM event WHERE seq <= 2")
                #expect(throws: DatabaseError.self) { try db.execute(sql: "DELETE FROM event WHERE seq = 3") }
            }
            #expect(try await ledger.append([postback("d", "sent")]) == [4])
            let info = try await ledger.info()
            #expect((info.events, info.firstSeq, info.lastSeq) == (2, 3, 4))
            try await ledger.project()
            #expect(try await ledger.info().sends == 2)
        }
    }

    @Test("Every look at the window, the keys and the counts goes by an index")
    func plans() async throws {
        try await withThreeEvents { ledger in
            try await ledger.derived.read { db in
                let queries = [
                    "\(StoredSend.select) WHERE send.id <= 9 ORDER BY send.id DESC LIMIT 5",
                    "\(StoredSend.select) WHERE send.dispatch_id = 'd'",
                    "SELECT id FROM send WHERE external_send_id = 'e' AND dispatch_id IS NOT NULL ORDER BY id DESC LIMIT 1",
                    "SELECT id FROM send WHERE external_send_id = 'e' AND \(Projection.waiting) ORDER BY id",
                    "SELECT EXISTS (SELECT 1 FROM send WHERE \(Projection.waiting))",
                    "UPDATE request SET send = 1 WHERE send = 2",
                    "SELECT seq FROM send_event WHERE send = 1 ORDER BY seq DESC LIMIT 5",
                    "SELECT sum(sends) FROM minute WHERE minute BETWEEN 1 AND 2",
                    "SELECT minute, seq FROM minute_change WHERE minute BETWEEN 1 AND 2 ORDER BY minute",
                ]
                for query in queries {
                    let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(query)").map { $0[3] as String }
                    #expect(
                        !plan.contains {
                            $0.hasPrefix("SCAN") && !$0.contains("send_waiting") && !$0.contains("CONSTANT")
                        },
                        "\(query) \(plan)"
                    )
                    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(query) \(plan)")
                }
            }
        }
    }

    @Test(
        "The few sends that took longest are found by an index",
        arguments: ["lat>60s", "lat>=1h"]
    )
    func slowest(text: String) async throws {
        try await withLedger { ledger in
            try await ledger.derived.read { db in
                let filter = try Filter.parse(text, now: noon)
                let queries = try FilterQueries(filter, now: noon, .plain, db)
                let query = "SELECT id FROM send WHERE \(queries.isWithin) AND \(queries.condition.condition)"
                let plan = try Row.fetchAll(
                    db,
                    sql: "EXPLAIN QUERY PLAN \(query)",
                    arguments: queries.bounds(1...4_095) + queries.condition.arguments
                )
                #expect(plan.map { $0[3] as String }.contains { $0.contains("send_slow") })
            }
        }
    }

    private func withThreeEvents(_ body: (Ledger) async throws -> Void) async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<3).map { postback("d\($0)", "sent") })
            try await body(ledger)
        }
    }
}

private let columns = "seq, at, kind, body"
private let values = ", 0, 'postback', x''"
