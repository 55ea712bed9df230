import GRDB

/// What the projector asks and writes for nearly every event.
struct ProjectionStatements {
    /// Rows of a statement that inserts several: what a statement costs by itself is then shared.
    static let batch = 16

    let findDispatch: RowStatement
    let findRequest: RowStatement
    let findLink: RowStatement
    let insert: RowStatement
    let insertBatch: RowStatement
    let update: RowStatement
    let updateWithKeys: RowStatement
    let link: RowStatement

    init(_ db: Database) throws {
        findDispatch = try RowStatement(db, "SELECT id FROM send WHERE dispatch_id = ?")
        findRequest = try RowStatement(db, "SELECT send FROM request WHERE request_id = ?")
        findLink = try RowStatement(db, "SELECT 1 FROM send_event WHERE send = ? AND seq = ?")
        insert = try RowStatement(db, StoredSend.insert(rows: 1))
        insertBatch = try RowStatement(db, StoredSend.insert(rows: ProjectionStatements.batch))
        update = try RowStatement(db, StoredSend.update)
        updateWithKeys = try RowStatement(db, StoredSend.updateWithKeys)
        link = try RowStatement(db, "INSERT INTO send_event (send, seq) VALUES (?, ?)")
    }
}
