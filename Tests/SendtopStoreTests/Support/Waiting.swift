import SendtopStore

/// What a test waited for did not come.
struct Overdue: Error {}

/// Waits until a condition holds, looking again after each change of the ledger; gives up after ten seconds.
func wait(for ledger: Ledger, until condition: @escaping @Sendable () async throws -> Bool) async throws {
    let changes = ledger.changes()
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            if try await condition() { return }
            for await _ in changes where try await condition() { return }
            throw Overdue()
        }
        group.addTask {
            try await Task.sleep(for: .seconds(10))
            throw Overdue()
        }
        _ = try await group.next()
        group.cancelAll()
    }
}
