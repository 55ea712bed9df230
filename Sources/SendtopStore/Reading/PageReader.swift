import GRDB
import SendtopCore

/// Reads single sends from the derived tables, within one transaction.
struct PageReader {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// The rows of sends, in the order of their ids as given; those that are gone are left out.
    static func rows(_ ids: [Int64], _ db: Database, mask: Mask? = nil) throws -> [SendRow] {
        let reader = PageReader(db)
        return try ids.compactMap { try reader.row($0) }.map { mask?.row($0) ?? $0 }
    }

    func row(_ id: Int64) throws -> SendRow? {
        let statement = try db.cachedStatement(sql: StoredSend.select + " WHERE send.id = ?")
        return try RowQuery(statement).first([id]) { SendRow(StoredSend(&$0)) }
    }

    /// The send of a request of ours, by its row.
    func found(request: String) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT send FROM request WHERE request_id = ?")
        return try Int64.fetchOne(statement, arguments: [request])
    }

    /// A send, and the newest of its events, by sequence number.
    func selected(_ id: Int64) throws -> (row: SendRow, events: [Int64])? {
        try row(id).map { ($0, try events(of: id)) }
    }

    /// The newest events of a send, as many as a timeline shows, in order of arrival.
    func events(of id: Int64) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: "SELECT seq FROM send_event WHERE send = ? ORDER BY seq DESC LIMIT ?"
        )
        var newest = try Int64.fetchAll(statement, arguments: [id, Timeline.limit])
        // A send is named for its first event, which has no link in ledgers of today.
        if newest.count < Timeline.limit, newest.last != id { newest.append(id) }
        return newest.reversed()
    }
}
