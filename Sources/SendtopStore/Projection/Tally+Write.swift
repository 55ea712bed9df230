import Foundation
import GRDB

extension Tally {
    /// Adds what was gathered to the tables; a row in which nothing is left goes.
    func write(_ db: Database) throws {
        for (key, change) in minutes { try write(key, change, db) }
        try writeChanges(db)
        for (key, change) in reasons where change != 0 { try write(key, change, db) }
        for (block, change) in blocks where change != 0 { try write(block: block, change, db) }
        let write = try db.cachedStatement(
            sql: """
                UPDATE block SET changed = max(changed, ?2),
                    seen_from = min(ifnull(seen_from, ?3), ifnull(?3, seen_from)),
                    seen_to = max(ifnull(seen_to, ?4), ifnull(?4, seen_to))
                WHERE block = ?1
                """
        )
        for (block, touch) in touched {
            try write.execute(arguments: [block, touch.seq, touch.seen?.lowerBound, touch.seen?.upperBound])
        }
    }

    /// Whatever changes a minute touches a send.
    private func writeChanges(_ db: Database) throws {
        guard let seq = touched.values.map(\.seq).max() else { return }
        let note = try db.cachedStatement(
            sql: """
                INSERT INTO minute_change (minute, seq) VALUES (?1, ?2)
                ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)
                """
        )
        for minute in Set(minutes.keys.map(\.minute)) { try note.execute(arguments: [minute, seq]) }
    }

    private func write(block: Int64, _ change: Int, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE block SET sends = sends + ?2 WHERE block = ?1")
            .execute(arguments: [block, change])
        if db.changesCount == 0 {
            try db.cachedStatement(sql: "INSERT INTO block (block, sends) VALUES (?1, ?2)")
                .execute(arguments: [block, change])
        } else if change < 0 {
            try db.cachedStatement(sql: "DELETE FROM block WHERE block = ?1 AND sends = 0").execute(arguments: [block])
        }
    }

    private func write(_ key: ReasonKey, _ change: Int, _ db: Database) throws {
        let place: StatementArguments = [key.minute, key.reason, key.campaign]
        try db.cachedStatement(
            sql: "UPDATE reason_minute SET sends = sends + ?4 WHERE minute = ?1 AND reason = ?2 AND campaign = ?3"
        )
        .execute(arguments: place + [change])
        if db.changesCount == 0 {
            try db.cachedStatement(
                sql: "INSERT INTO reason_minute (minute, reason, campaign, sends) VALUES (?1, ?2, ?3, ?4)"
            )
            .execute(arguments: place + [change])
        } else if change < 0 {
            try db.cachedStatement(
                sql: "DELETE FROM reason_minute WHERE minute = ?1 AND reason = ?2 AND campaign = ?3 AND sends = 0"
            )
            .execute(arguments: place)
        }
    }

    private func write(_ key: Contribution.Key, _ change: Minute, _ db: Database) throws {
        let select = try db.cachedStatement(
            sql: """
                SELECT sends, in_time, duplicates, latencies FROM minute
                WHERE minute = ? AND campaign = ? AND status = ?
                """
        )
        let place: StatementArguments = [key.minute, key.campaign, key.status]
        var minute = change
        if let row = try Row.fetchOne(select, arguments: place) {
            minute.sends += row.count(0)
            minute.inTime += row.count(1)
            minute.duplicates += row.count(2)
            minute.latencies.add(bytes: [UInt8](row[3] as Data))
        }
        guard minute.sends != 0 || minute.duplicates != 0 else {
            try db.cachedStatement(sql: "DELETE FROM minute WHERE minute = ? AND campaign = ? AND status = ?")
                .execute(arguments: place)
            return
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO minute (minute, campaign, status, sends, in_time, duplicates, latencies)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET
                    sends = excluded.sends, in_time = excluded.in_time, duplicates = excluded.duplicates,
                    latencies = excluded.latencies
                """
        )
        .execute(arguments: place + [minute.sends, minute.inTime, minute.duplicates, Data(minute.latencies.bytes)])
    }
}
