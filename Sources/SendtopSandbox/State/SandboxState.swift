import Foundation
import GRDB
import SendtopCore
import Synchronization

/// The service's memory, in its own SQLite file: keys, campaigns, users, deduplication keys, sends and what is still
/// to be told of them. All of the sandbox's SQL is in this folder.
final class SandboxState: Sendable {
    let configuration: SandboxConfiguration
    let pool: DatabasePool
    let writes: GroupCommit
    private let lock: StateLock
    private let lastSend: Atomic<Int64>

    /// Opens or creates the file, and brings keys, campaigns and new users of the configuration in.
    ///
    /// Keys and campaigns are those of the configuration afterwards; users whom the file knows keep what it says.
    ///
    /// - Parameter startsFresh: whether to remove what the file holds first.
    /// - Throws: `SandboxStateError` when the file cannot be used, or another sandbox uses it.
    init(path: String, configuration: SandboxConfiguration, startsFresh: Bool = false) throws(SandboxStateError) {
        self.configuration = configuration
        lock = try StateLock(path)
        if startsFresh { try StateFile.remove(path) }
        try StateFile.check(path)
        try StateFile.create(path)
        do {
            var options = Configuration()
            options.busyMode = .timeout(5)
            pool = try DatabasePool(path: path, configuration: options)
            // The pool asks for NORMAL when it turns on the write-ahead log; accepted sends must outlive a power cut.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try SandboxSchema.migrator.migrate(pool)
            try pool.write { try SandboxState.seed($0, with: configuration) }
            writes = GroupCommit(writer: pool)
            lastSend = Atomic(try pool.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM send") ?? 0 })
        } catch {
            throw SandboxStateError(error, path: path)
        }
    }

    /// Closes the file and gives the lock back; nothing may use the state afterwards.
    func close() throws {
        // So that the file alone holds everything. Where somebody reads it right now, the log beside it still has the
        // rest.
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try pool.close()
        lock.release()
    }

    /// The number of the next send; gaps are no harm.
    func nextSend() -> Int64 {
        lastSend.add(1, ordering: .relaxed).newValue
    }
}
