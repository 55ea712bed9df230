import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Moves a write-ahead log into its file beside the writer, where SQLite would do it in the midst of a commit and hold
/// up all who wait for that.
///
/// A log begins anew only when all of it was moved, which under load it never is. So a connection of its own moves the
/// bulk, and the writer then the little that came meanwhile.
final class Checkpointer: Sendable {
    /// Pages of a log that are worth moving: few, since a commit waits while a disk syncs much.
    private static let bulk: Int32 = 1_000
    /// Pages more after which it is tried again, where a reader has kept the log from beginning anew.
    private static let step: Int32 = 500
    /// Pages from which the writer moves all by itself, so that the log has an end.
    private static let limit: Int32 = 16_000

    private enum Phase {
        case waiting
        case moving
        /// The bulk is moved, the rest is not.
        case moved
        case closed
    }

    private struct State {
        var phase = Phase.waiting
        /// Pages of the log from which moving begins.
        var due = Checkpointer.bulk
        var pages: Int32 = 0
    }

    private let state = Mutex(State())
    private let pool: DatabasePool
    private let queue: DatabaseQueue

    /// Opens its connection, and takes over from SQLite what follows each commit of the pool, until it is closed.
    ///
    /// - Throws: what keeps the file from being opened.
    init(_ pool: DatabasePool) throws {
        self.pool = pool
        var configuration = Configuration()
        configuration.label = "checkpointer"
        queue = try DatabaseQueue(path: pool.path, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        // SQLite calls it as long as the hook is there.
        let this = Unmanaged.passRetained(self).toOpaque()
        pool.writeWithoutTransaction { db in
            _ = sqlite3_wal_hook(
                db.sqliteConnection,
                { this, connection, _, pages in
                    guard let this, let connection else { return SQLITE_OK }
                    Unmanaged<Checkpointer>.fromOpaque(this).takeUnretainedValue().committed(pages, connection)
                    return SQLITE_OK
                },
                this
            )
        }
    }

    /// Waits for what is being moved, and moves nothing more; to be called once.
    func close() throws {
        state.withLock { $0.phase = .closed }
        let hasHook = pool.writeWithoutTransaction { sqlite3_wal_hook($0.sqliteConnection, nil, nil) != nil }
        if hasHook { Unmanaged.passUnretained(self).release() }
        try queue.close()
    }

    /// The writer has committed, and its log has so many pages.
    private func committed(_ pages: Int32, _ connection: OpaquePointer) {
        enum Task {
            case nothing
            case begin
            case finish
        }
        let task: Task = state.withLock { state in
            if pages < state.pages { state.due = Checkpointer.bulk }
            state.pages = pages
            switch state.phase {
            case .closed: return .nothing
            case .moved:
                state.phase = .waiting
                state.due = pages + Checkpointer.step
                return .finish
            case .waiting where pages >= state.due:
                state.phase = .moving
                return .begin
            case .waiting, .moving: return pages >= Checkpointer.limit ? .finish : .nothing
            }
        }
        switch task {
        case .nothing: break
        case .begin: move()
        // What fails here is there still, and is tried again; what it means for commits, they say themselves.
        case .finish: Checkpointer.checkpoint(connection)
        }
    }

    private func move() {
        queue.asyncWriteWithoutTransaction { db in
            if let connection = db.sqliteConnection { Checkpointer.checkpoint(connection) }
            self.state.withLock { if $0.phase == .moving { $0.phase = .moved } }
        }
    }

    private static func checkpoint(_ connection: OpaquePointer) {
        sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
}
