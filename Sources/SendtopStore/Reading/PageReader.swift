import GRDB
import SendtopCore

/// Answers a `PageRequest` from the derived tables, within one transaction.
struct PageReader {
    let db: Database
    let request: PageRequest
    let filter: FilterSQL

    init(_ db: Database, _ request: PageRequest) {
        self.db = db
        self.request = request
        filter = FilterSQL(request.filter)
    }

    /// The window's rows, newest first: those above the anchor, and those from it on.
    func rows() throws -> [SendRow] {
        guard case .row(let anchor) = request.anchor else {
            return try rows("send.id <= ?", .max, newestFirst: true, limit: request.limit)
        }
        let below = try rows("send.id <= ?", anchor, newestFirst: true, limit: request.limit)
        // An anchor that is older than every send shows the oldest ones.
        let wanted = below.isEmpty ? request.above + request.limit : request.above
        let above = try rows("send.id > ?", anchor, newestFirst: false, limit: wanted)
        return above.reversed() + below
    }

    private func rows(_ bound: String, _ id: Int64, newestFirst: Bool, limit: Int) throws -> [SendRow] {
        guard limit > 0 else { return [] }
        let statement = try db.makeStatement(
            sql: """
                \(StoredSend.select) WHERE \(bound) AND \(filter.condition)
                ORDER BY send.id \(newestFirst ? "DESC" : "ASC") LIMIT ?
                """
        )
        let arguments: StatementArguments = [id] + filter.arguments + [limit]
        return try Row.fetchAll(statement, arguments: arguments).map { SendRow(StoredSend(row: $0)) }
    }

    /// The send of the request that is looked for, by its row.
    func found() throws -> Int64? {
        guard let id = request.find else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT send FROM request WHERE request_id = ?")
        return try Int64.fetchOne(statement, arguments: [id])
    }

    func total() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT ifnull(sum(sends), 0) FROM block")) ?? 0
    }

    /// How many sends pass the filter, and how many of those are newer than the window's first row.
    func counts(_ rows: [SendRow], total: Int) throws -> (matching: Int, newer: Int) {
        let boundary = rows.first?.id ?? anchor
        guard request.filter != .all else { return (total, try boundary.map(newer) ?? 0) }
        let newer = request.anchor == .newest ? 0 : try boundary.map { try matching("id > ?", $0) } ?? 0
        // A window that is not full has read all that is older.
        if rows.count < request.limit { return (newer + rows.count, newer) }
        return (newer + (try matching("id <= ?", boundary ?? .max)), newer)
    }

    /// Counts the sends on one side of an id that pass the filter.
    private func matching(_ side: String, _ id: Int64) throws -> Int {
        let statement = try db.makeStatement(
            sql: "SELECT count(*) FROM send WHERE \(side) AND \(filter.condition)"
        )
        return try Int.fetchOne(statement, arguments: [id] + filter.arguments) ?? 0
    }

    private var anchor: Int64? {
        if case .row(let id) = request.anchor { id } else { nil }
    }

    /// Counts the sends after an id: whole blocks by their counts, and one block send by send.
    private func newer(than id: Int64) throws -> Int {
        guard request.anchor != .newest else { return 0 }
        let block = Tally.block(of: id)
        let blocks = try db.cachedStatement(sql: "SELECT ifnull(sum(sends), 0) FROM block WHERE block > ?")
        let rest = try db.cachedStatement(sql: "SELECT count(*) FROM send WHERE id > ? AND id < ?")
        let inBlock = try Int.fetchOne(rest, arguments: [id, (block + 1) << Tally.blockBits]) ?? 0
        return try inBlock + (Int.fetchOne(blocks, arguments: [block]) ?? 0)
    }

    /// The selected send, and the newest of its events, by sequence number.
    func selected() throws -> (row: SendRow, events: [Int64])? {
        guard let id = request.selected else { return nil }
        let statement = try db.cachedStatement(sql: StoredSend.select + " WHERE send.id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
        let events = try db.cachedStatement(
            sql: "SELECT seq FROM send_event WHERE send = ? ORDER BY seq DESC LIMIT ?"
        )
        let sequence = try Int64.fetchAll(events, arguments: [id, Timeline.limit])
        return (SendRow(StoredSend(row: row)), sequence.reversed())
    }
}
