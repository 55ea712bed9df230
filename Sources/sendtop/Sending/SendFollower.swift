import SendtopCore
import SendtopStore

/// Follows one send of ours through the ledger.
struct SendFollower {
    let ledger: Ledger
    let requestID: String

    /// Waits until the send has the expected status, has ended otherwise, or the time is up.
    ///
    /// - Returns: the send as it then is.
    func end(expecting expected: SendStatus, within milliseconds: Int64) async throws -> SendRow? {
        try await withThrowingTaskGroup(of: SendRow?.self) { group in
            group.addTask {
                // What comes while the first look is taken must wake the next one.
                let changes = ledger.changes()
                if let row = try await look(), isOver(row.send, expected) { return row }
                for await _ in changes {
                    if let row = try await look(), isOver(row.send, expected) { return row }
                }
                return nil
            }
            group.addTask {
                try await Task.sleep(for: .milliseconds(milliseconds))
                return nil
            }
            defer { group.cancelAll() }
            if let row = try await group.next() ?? nil { return row }
            return try await ledger.send(requestID: requestID)
        }
    }

    private func look() async throws -> SendRow? {
        try await ledger.project()
        return try await ledger.send(requestID: requestID)
    }

    private func isOver(_ send: Send, _ expected: SendStatus) -> Bool {
        send.statuses.contains(expected) || send.status.isFinal
    }
}
