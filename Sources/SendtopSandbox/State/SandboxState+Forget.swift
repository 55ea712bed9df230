import GRDB
import SendtopCore

extension SandboxState {
    private static let forgottenAtOnce = 512
    private static let day: Int64 = 86_400_000

    /// Forgets a few of the messages and sends that nobody will ask for any more.
    func forget(at now: Timestamp, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                DELETE FROM message
                WHERE send_id <= (SELECT send_id FROM message ORDER BY send_id DESC LIMIT 1 OFFSET ?)
                """
        )
        .execute(arguments: [configuration.keptMessages])
        let memory = max(SandboxState.day, StepDelays.scaled(3_600_000, configuration.deduplicationHours))
        let old = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, external_send_id FROM send WHERE received_at < ? AND plan IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.send_id = send.id) LIMIT ?
                    """
            ),
            arguments: [now.adding(milliseconds: -memory).milliseconds, SandboxState.forgottenAtOnce]
        )
        for row in old {
            let (id, externalSendID) = (row["id"] as Int64, row["external_send_id"] as String?)
            try db.cachedStatement(sql: "DELETE FROM deduplication WHERE external_send_id = ? AND send_id = ?")
                .execute(arguments: [externalSendID, id])
            try db.cachedStatement(sql: "DELETE FROM message WHERE send_id = ?").execute(arguments: [id])
            try db.cachedStatement(sql: "DELETE FROM send WHERE id = ?").execute(arguments: [id])
        }
    }
}
