import CStore
import GRDB
import SendtopCore

/// Deletes the oldest events, a few at a time: the one exception to the rule that events stay.
///
/// Only what the derived tables show already goes, and never the newest event, from which numbering goes on.
struct EventPruner {
    /// Events and bytes of one step at most, so that intake waits for a few milliseconds.
    private static let rows = 500
    private static let bytes = 1 << 20
    /// Bytes of a row besides its body.
    private static let overhead = 120

    let retention: Retention
    let now: Timestamp
    /// An event that is old, and all before it with it, whatever their time stamps say.
    var old: Int64 = 0

    /// The first event whose time is not to come, if it is old: so long a run of others may be before it that no step
    /// gets past them.
    func firstOfThePast(_ db: Database) throws -> Int64? {
        let sql = "SELECT seq, at FROM event WHERE at <= ? ORDER BY seq LIMIT 1"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [now.milliseconds]) else { return nil }
        return isOld(Timestamp(milliseconds: row[1])) ? row[0] : nil
    }

    /// Takes one step in a transaction of its own, and returns how many events went.
    ///
    /// - Parameter shown: the last event that the derived tables show.
    func step(_ db: Database, shown: Int64) throws -> Int {
        // They say what it may delete; who appends does without them.
        sendtop_use_triggers(db.sqliteConnection, true)
        var count = 0
        try db.inTransaction(.immediate) {
            guard let last = try last(db, shown: shown) else { return .rollback }
            try db.execute(sql: "UPDATE retention SET through = max(through, ?)", arguments: [last])
            try db.execute(sql: "DELETE FROM event WHERE seq <= ?", arguments: [last])
            count = db.changesCount
            return .commit
        }
        return count
    }

    /// The last event that goes in this step.
    private func last(_ db: Database, shown: Int64) throws -> Int64? {
        let newest = try EventNumbers(db).last
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT seq, at, length(body) FROM event WHERE seq <= ? ORDER BY seq LIMIT ?",
            arguments: [min(shown, newest - 1), EventPruner.rows]
        )
        var excess = try excess(db)
        var bytes = 0
        var last: Int64?
        while bytes < EventPruner.bytes, let row = try rows.next() {
            let size = (row[2] as Int) + EventPruner.overhead
            let seq: Int64 = row[0]
            let at = Timestamp(milliseconds: row[1])
            if excess > 0 || isOld(at) || seq <= old {
                last = seq
            } else if at <= now {
                break
            }
            // A time to come is no time: what a clock that ran ahead has stamped goes with its neighbours.
            bytes += size
            excess -= size
        }
        return last
    }

    private func isOld(_ at: Timestamp) -> Bool {
        retention.eventAge.map { at < now.adding(milliseconds: -$0) } ?? false
    }

    /// Bytes in use above the limit; pages that are free already do not count.
    private func excess(_ db: Database) throws -> Int {
        guard let limit = retention.eventBytes else { return 0 }
        return try Int(clamping: DatabaseSpace(db).used - limit)
    }
}
