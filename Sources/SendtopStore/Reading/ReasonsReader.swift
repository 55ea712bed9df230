import GRDB
import SendtopCore

/// Reads refusals by meaning from the table of reasons.
struct ReasonsReader {
    /// Groups at most; what is rarer is not shown.
    private static let groupLimit = 100
    /// Parts of a trend at most.
    private static let partLimit = 12

    let db: Database
    let span: Span
    var mask: Mask?

    /// The groups of the span, most frequent first.
    func groups() throws -> [ReasonGroup] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT reason.id, status, class, code, example, sum(sends) AS count,
                    (SELECT min(minute) FROM reason_minute AS first WHERE first.reason = reason.id),
                    max(minute), reason.send
                FROM reason_minute JOIN reason ON reason.id = reason_minute.reason
                WHERE minute BETWEEN ?1 AND ?2
                GROUP BY reason.id ORDER BY count DESC, reason.id LIMIT ?3
                """
        )
        let rows = try Row.fetchAll(statement, arguments: [span.first, span.last, ReasonsReader.groupLimit])
        // In a ledger that begins within the span, everything would be new.
        let isOlder = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM minute WHERE minute < ?)",
            arguments: [span.first]
        )
        return try rows.map { row in
            ReasonGroup(
                status: StatusCode.status(row[1]),
                bounceClass: (row[2] as String?).flatMap(BounceClass.init(rawValue:)),
                code: row[3],
                example: try masked(row[4], of: row[8]),
                count: row.count(5),
                firstSeen: Timestamp(milliseconds: max(0, row[6] as Int64) * 60_000),
                lastSeen: Timestamp(milliseconds: max(0, row[7] as Int64) * 60_000),
                trend: try trend(of: row[0]),
                campaigns: try campaigns(hitBy: row[0]),
                isNew: isOlder == true && (row[6] as Int64) >= span.first
            )
        }
    }

    /// The example without its person; of a send that is gone nobody knows whom it may name.
    private func masked(_ example: String, of send: Int64?) throws -> String {
        guard let mask else { return example }
        let select = try db.cachedStatement(sql: "SELECT recipient FROM send WHERE id = ?")
        guard let send, let row = try Row.fetchOne(select, arguments: [send]) else { return mask.reason(example) }
        return mask.text(example, of: mask.person(row[0]))
    }

    private func campaigns(hitBy reason: Int64) throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT api_id FROM reason_minute JOIN campaign ON campaign.id = reason_minute.campaign
                WHERE reason = ? AND minute BETWEEN ? AND ?
                GROUP BY campaign.id ORDER BY sum(sends) DESC, campaign.id
                """
        )
        return try String.fetchAll(statement, arguments: [reason, span.first, span.last])
    }

    private func trend(of reason: Int64) throws -> [Int] {
        let parts = min(span.count, ReasonsReader.partLimit)
        var trend = Array(repeating: 0, count: parts)
        let statement = try db.cachedStatement(
            sql: "SELECT minute, sends FROM reason_minute WHERE reason = ? AND minute BETWEEN ? AND ?"
        )
        let rows = try Row.fetchCursor(statement, arguments: [reason, span.first, span.last])
        while let row = try rows.next() {
            guard let index = span.index(row[0]) else { continue }
            trend[index * parts / span.count] += row.count(1)
        }
        return trend
    }
}
