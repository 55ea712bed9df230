import GRDB
import SendtopCore

extension SandboxState {
    private static let batch = 256

    /// Executes the sends that are due, durably.
    ///
    /// - Parameters:
    ///   - targets: how many URLs the postbacks go to.
    ///   - execute: decides what becomes of one send.
    /// - Returns: how many there were, and when the next one is due.
    func executeDue(
        at now: Timestamp,
        targets: Int,
        _ execute: @escaping @Sendable (DueSend) -> Execution
    ) async throws -> (count: Int, next: Timestamp?) {
        try await writes.write { [self] db in
            let sends = try due(at: now, in: db)
            for send in sends {
                try record(execute(send), of: send, targets: targets, in: db)
            }
            if !sends.isEmpty { try forget(at: now, in: db) }
            let next = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT min(execute_at) FROM send WHERE plan IS NULL")
            )
            return (sends.count, next.map(Timestamp.init(milliseconds:)))
        }
    }

    private func due(at now: Timestamp, in db: Database) throws -> [DueSend] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT * FROM send WHERE plan IS NULL AND execute_at <= ? ORDER BY execute_at, id LIMIT ?
                """
        )
        let rows = try Row.fetchAll(statement, arguments: [now.milliseconds, SandboxState.batch])
        return try rows.map { row in
            var profile = try (row["user_id"] as Int64?).flatMap { try Profile.find(id: $0, in: db) }
            profile?.email = (row["email"] as String?).map(StoredText.decoded)
            profile?.firstName = (row["first_name"] as String?).map(StoredText.decoded)
            profile?.lastName = (row["last_name"] as String?).map(StoredText.decoded)
            return DueSend(
                number: row["id"],
                accepted: AcceptedSend(row: row),
                profile: profile,
                recipient: StoredText.decoded(row["recipient"]),
                triggerProperties: JSONObject(stored: row["trigger_properties"]),
                lateAttributes: (row["late_attributes"] as String?).map(JSONObject.init(stored:)),
                enqueuedAt: Timestamp(milliseconds: row["enqueued_at"]),
                isHardBounced: try SandboxState.isHardBounced(profile?.email, at: now, in: db)
            )
        }
    }

    /// Whether an address has bounced in a way that is permanent.
    static func isHardBounced(_ email: String?, at now: Timestamp, in db: Database) throws -> Bool {
        guard let email else { return false }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM hard_bounce WHERE email = ? AND at <= ?")
        return try Row.fetchOne(
            statement,
            arguments: [StoredText.encoded(email.lowercased()), now.milliseconds]
        ) != nil
    }

    private func record(_ execution: Execution, of send: DueSend, targets: Int, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE send SET plan = ? WHERE id = ?")
            .execute(arguments: [execution.plan.json.text(), send.number])
        if let message = execution.message {
            try db.cachedStatement(
                sql: "INSERT INTO message (send_id, recipient, subject, html, text) VALUES (?, ?, ?, ?, ?)"
            )
            .execute(
                arguments: [
                    send.number, StoredText.encoded(message.recipient), StoredText.encoded(message.subject),
                    StoredText.encoded(message.html), StoredText.encoded(message.text),
                ]
            )
        }
        if let (email, at) = execution.hardBounce {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO hard_bounce (email, at) VALUES (?, ?)")
                .execute(arguments: [StoredText.encoded(email.lowercased()), at.milliseconds])
        }
        if let late = send.lateAttributes, let id = send.profile?.id, var profile = try Profile.find(id: id, in: db) {
            profile.applyCustom(late)
            try profile.update(in: db)
        }
        guard let first = execution.plan.posts.first else { return }
        for target in 0..<targets {
            try db.cachedStatement(
                sql: "INSERT INTO delivery (send_id, target, post, tries, due_at) VALUES (?, ?, 0, 0, ?)"
            )
            .execute(arguments: [send.number, target, first.dueAt.milliseconds])
        }
    }
}
