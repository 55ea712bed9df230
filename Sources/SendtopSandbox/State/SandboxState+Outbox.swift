import GRDB
import SendtopCore

extension SandboxState {
    /// The postbacks to one target that are due, the longest due first; of each send just the next one.
    ///
    /// - Returns: at most `limit` of them, and when the first of the others is due.
    func duePosts(to target: Int, at now: Timestamp, limit: Int) async throws -> (due: [DuePost], next: Timestamp?) {
        try await pool.read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT post, tries, send.* FROM delivery JOIN send ON send.id = delivery.send_id
                    WHERE target = ? AND due_at <= ? ORDER BY due_at, delivery.send_id LIMIT ?
                    """
            )
            let rows = try Row.fetchAll(statement, arguments: [target, now.milliseconds, limit])
            let due = rows.compactMap { row -> DuePost? in
                guard let plan = SendPlan(stored: row["plan"]) else { return nil }
                return DuePost(
                    number: row["id"],
                    target: target,
                    post: row["post"],
                    tries: row["tries"],
                    send: AcceptedSend(row: row),
                    plan: plan
                )
            }
            let next = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT min(due_at) FROM delivery WHERE target = ? AND due_at > ?"),
                arguments: [target, now.milliseconds]
            )
            return (due, next.map(Timestamp.init(milliseconds:)))
        }
    }

    /// Notes that a postback is done with, and turns to the send's next one.
    func finish(_ post: DuePost) async throws {
        try await writes.write { db in
            let next = post.post + 1
            guard post.plan.posts.indices.contains(next) else {
                try db.cachedStatement(sql: "DELETE FROM delivery WHERE send_id = ? AND target = ?")
                    .execute(arguments: [post.number, post.target])
                return
            }
            try SandboxState.move(post, to: next, tries: 0, dueAt: post.plan.posts[next].dueAt, in: db)
        }
    }

    /// Notes that a postback failed, and when to try again.
    func postpone(_ post: DuePost, until dueAt: Timestamp) async throws {
        try await writes.write { db in
            try SandboxState.move(post, to: post.post, tries: post.tries + 1, dueAt: dueAt, in: db)
        }
    }

    private static func move(_ post: DuePost, to next: Int, tries: Int, dueAt: Timestamp, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE delivery SET post = ?, tries = ?, due_at = ? WHERE send_id = ? AND target = ?"
        )
        .execute(arguments: [next, tries, dueAt.milliseconds, post.number, post.target])
    }
}
