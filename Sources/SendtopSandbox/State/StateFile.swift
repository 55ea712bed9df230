import Foundation
import GRDB

/// The file of a state, before it is opened: tells a state of the sandbox from anything else, and removes it on demand.
enum StateFile {
    /// Which files SQLite keeps beside the one that has the name.
    private static let companions = ["", "-wal", "-shm", "-journal"]

    /// Checks that a file may become, or is, a state that this version can use.
    ///
    /// - Throws: `SandboxStateError` for a damaged file, a newer one, and one that is something else.
    static func check(_ path: String) throws(SandboxStateError) {
        guard try hasContent(path) else { return }
        try look(into: path) { db in
            guard try isState(db) else { throw SandboxStateError(path: path, problem: .notAState) }
            guard try !SandboxSchema.migrator.hasBeenSuperseded(db) else {
                throw SandboxStateError(path: path, problem: .newer)
            }
            let finding = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
            guard finding == "ok" else { throw SandboxStateError(path: path, problem: .damaged(finding)) }
        }
    }

    /// Makes the file where it is not there yet, for its user alone: it holds keys and addresses.
    ///
    /// SQLite gives the files that it makes beside a database the permissions of that database.
    static func create(_ path: String) throws(SandboxStateError) {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let file = open(target, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 {
            close(file)
        } else if errno != EEXIST {
            throw SandboxStateError(path: path, problem: .cannotOpen(String(cString: strerror(errno))))
        }
    }

    /// Removes a state, whatever its version; one who calls this holds the lock.
    ///
    /// - Throws: `SandboxStateError` when the file is no state of the sandbox, which then stays, or cannot be removed.
    static func remove(_ path: String) throws(SandboxStateError) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        if try hasContent(path) {
            try look(into: path) { db in
                guard try isState(db) else { throw SandboxStateError(path: path, problem: .notAState) }
            }
        }
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        for companion in companions where unlink(target + companion) != 0 && errno != ENOENT {
            throw SandboxStateError(path: path, problem: .cannotOpen(String(cString: strerror(errno))))
        }
    }

    private static func isState(_ db: Database) throws -> Bool {
        try ["api_key", "campaign", "user", "send", "deduplication", "delivery"].allSatisfy { try db.tableExists($0) }
    }

    /// An empty file is as good as none; SQLite makes its first page later.
    private static func hasContent(_ path: String) throws(SandboxStateError) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        guard access(path, R_OK | W_OK) == 0 else {
            throw SandboxStateError(path: path, problem: .readOnly)
        }
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let size = try? FileManager.default.attributesOfItem(atPath: target)[.size] as? Int
        return size != 0
    }

    private static func look(
        into path: String,
        _ body: @escaping (Database) throws -> Void
    ) throws(SandboxStateError) {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.inDatabase(body)
            try queue.close()
        } catch {
            throw SandboxStateError(error, path: path)
        }
    }
}
