import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

/// SQLite has no sums over its pages: a bit that turned over in a number is a number.
@Suite("numbers that no ledger has") struct ImpossibleNumbersTests {
    private static let numbers = [Int64.min, -1, 0, 1 << 62, .max]

    @Test(
        "among what is derived trap nothing",
        arguments: [
            "minute SET sends", "minute SET in_time", "minute SET duplicates", "cursor SET seq", "block SET block",
            "block SET sends", "block SET changed", "reason_minute SET sends", "reason_minute SET minute",
            "send SET id",
            "minute_change SET seq",
        ],
        numbers
    )
    func derived(column: String, number: Int64) async throws {
        try await withLedger { ledger in
            try await fill(ledger)
            try await change(ledger.derived, "UPDATE OR IGNORE \(column) = \(number)")
            try await use(ledger)
        }
    }

    @Test(
        "among the events trap nothing",
        arguments: ["event SET seq", "event SET at", "retention SET through"],
        numbers
    )
    func events(column: String, number: Int64) async throws {
        try await withLedger { ledger in
            try await fill(ledger)
            try await change(ledger.events, "UPDATE OR IGNORE \(column) = \(number)")
            try await use(ledger)
        }
    }

    @Test(
        "a count that cannot be is shown as the largest that can, or none",
        arguments: [(Int64.min, 0), (.max, 1 << 40)]
    )
    func counts(number: Int64, shown: Int) async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("a", "sent", at: minute(0)))
            try await change(ledger.derived, "UPDATE minute SET duplicates = \(number)")
            #expect(try await ledger.page(PageRequest(limit: 1), now: noon).figures.duplicates == shown)
        }
    }

    private func minute(_ number: Int64) -> Timestamp {
        noon.adding(milliseconds: number * 60_000)
    }

    private func fill(_ ledger: Ledger) async throws {
        try await ledger.take(
            postback("a", "sent", ["sent_at": "2020-01-01T11:59:30Z"], at: minute(-3)),
            postback("b", "bounced", ["reason": "550 5.1.1 user unknown"], at: minute(-2)),
            postback("b", "bounced", ["reason": "550 5.1.1 user unknown"], at: minute(-1)),
            postback("c", "delivered", at: minute(0))
        )
    }

    /// Writes what no statement of the ledger would.
    private func change(_ pool: DatabasePool, _ sql: String) async throws {
        try await pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: sql)
        }
    }

    /// Asks and does everything; what is refused is refused.
    private func use(_ ledger: Ledger) async throws {
        _ = try? await ledger.info()
        _ = try? await ledger.check()
        for filter in [Filter.all, try Filter.parse("bounced lat<1h", now: noon)] {
            for order in [RowOrder.arrival, RowOrder(.lastSeen, isDescending: true)] {
                for anchor in [PageRequest.Anchor.newest, .row(2), .row(.max)] {
                    let request = PageRequest(
                        filter: filter,
                        order: order,
                        anchor: anchor,
                        limit: 3,
                        above: 2,
                        since: .max,
                        selected: 1,
                        reasonsSpan: 600_000
                    )
                    _ = try? await ledger.page(request, now: noon)
                }
            }
            _ = try? await ledger.allSends(filter)
        }
        _ = try? await ledger.append([postback("a", "delivered", at: minute(0))])
        try? await ledger.project()
        _ = try? await ledger.prune(Retention(eventAge: 1, sendAge: 1), now: minute(60))
        try? await ledger.rebuild()
        _ = try? await ledger.page(PageRequest(limit: 3), now: noon)
    }
}
