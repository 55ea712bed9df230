import Foundation

/// Held by who deletes events, and by who counts on those that are there: to make the derived tables anew, or to copy
/// both files one after the other.
///
/// The system gives it back when the process ends.
enum PruningLock {
    /// Between two tries.
    private static let pause = Duration.milliseconds(20)

    /// Does something while nobody else, in whatever process, holds the lock.
    ///
    /// - Throws: `CancellationError` while it waits, and what `body` throws.
    static func hold<Value>(_ files: LedgerFiles, _ body: () async throws -> Value) async throws -> Value {
        let file = open(files.pruningLock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        // Where no file can be made, nothing can be deleted either.
        guard file >= 0 else { return try await body() }
        defer { close(file) }
        while flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { try await Task.sleep(for: pause) }
        return try await body()
    }
}
