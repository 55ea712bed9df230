import GRDB
import SendtopCore

/// Deletes the rows of sends that were not heard of for long and whose events are gone, a few at a time.
struct SendPruner {
    /// Rows that one step looks at.
    private static let rows = 500
    /// Minutes of counts that one step deletes.
    private static let minutes: Int64 = 60

    /// Milliseconds since a send was last heard of.
    let age: Int64
    let now: Timestamp

    /// Where a walk over the sends stands.
    struct Walk {
        /// The last row that was looked at.
        var cursor: Int64 = 0
        var deleted = 0
        var isOver = false
    }

    private var cutoff: Timestamp {
        now.adding(milliseconds: -age)
    }

    /// Takes one step in a transaction of its own.
    ///
    /// - Parameter first: the first event that is still there; what began later has all its events.
    func step(_ db: Database, _ walk: Walk, before first: Int64) throws -> Walk {
        var walk = walk
        try db.inTransaction(.immediate) {
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT id, last_seen FROM send WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
                arguments: [walk.cursor, first, SendPruner.rows]
            )
            for row in rows where Timestamp(milliseconds: row[1]) < cutoff {
                if try delete(row[0], db, before: first) { walk.deleted += 1 }
            }
            walk.cursor = rows.last?[0] ?? walk.cursor
            walk.isOver = rows.isEmpty
            return .commit
        }
        return walk
    }

    private func delete(_ id: Int64, _ db: Database, before first: Int64) throws -> Bool {
        let isNeeded = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM send_event WHERE send = ? AND seq >= ?)"),
            arguments: [id, first]
        )
        guard isNeeded == false else { return false }
        for sql in [
            "DELETE FROM send_event WHERE send = ?", "DELETE FROM request WHERE send = ?",
            "DELETE FROM send WHERE id = ?",
        ] {
            try db.cachedStatement(sql: sql).execute(arguments: [id])
        }
        let block = Tally.block(of: id)
        try db.cachedStatement(sql: "UPDATE block SET sends = sends - 1 WHERE block = ?").execute(arguments: [block])
        try db.cachedStatement(sql: "DELETE FROM block WHERE block = ? AND sends = 0").execute(arguments: [block])
        return true
    }

    /// Deletes the counts of some of the oldest minutes, and returns whether there were any.
    ///
    /// A send of such a minute may be there still, and change: it is noted that nothing counts it any more.
    func stepMinutes(_ db: Database) throws -> Bool {
        var isDone = true
        try db.inTransaction(.immediate) {
            try DerivedSchema.keepMinutes(from: cutoff.minute, db)
            for table in ["minute", "minute_change", "reason_minute"] {
                guard let first = try Int64.fetchOne(db, sql: "SELECT min(minute) FROM \(table)") else { continue }
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE minute < ?",
                    arguments: [min(first, cutoff.minute - SendPruner.minutes) + SendPruner.minutes]
                )
                if db.changesCount > 0 { isDone = false }
            }
            return .commit
        }
        return !isDone
    }
}
