import GRDB

extension DatabasePool {
    /// Writes to the end, also when the task is cancelled; GRDB's own async write would be interrupted half way.
    func writeUncancelled<Value: Sendable>(
        _ updates: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            asyncWriteWithoutTransaction { db in
                continuation.resume(with: Result { try updates(db) })
            }
        }
    }
}
