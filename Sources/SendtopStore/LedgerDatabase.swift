import Foundation
import GRDB

/// Opens one of a ledger's files.
struct LedgerDatabase: Sendable {
    /// When a commit is durable.
    enum Durability: String, Sendable {
        /// When it returns.
        case full = "FULL"
        /// When a later one is; a power cut may undo the last commits, in whole and in order.
        case normal = "NORMAL"
    }

    /// Seconds that a writer waits for another process.
    static let patience = 5.0
    /// Bytes to which a write-ahead log is cut when it begins anew after it had to grow.
    private static let logLimit = 64 << 20
    /// Pages of a log that are moved into the file together; what changed more than once is moved once.
    private static let checkpointPages = 4_000
    /// Kilobytes of pages that a writer keeps: ids are spread over all of their index.
    private static let cacheSize = 16_384
    /// `SEND`, in the header of both files.
    static let applicationID: Int64 = 0x5345_4E44

    let file: String
    let migrator: DatabaseMigrator
    let durability: Durability
    /// The ledger, as errors name it.
    let ledger: String
    /// What one who looks is told where the file, or what should be in it, is not there.
    let absence: LedgerError.Problem
    /// What is said where the file is something else.
    let strangeness: LedgerError.Problem
    /// Whether a file without a database's header is a ledger's all the same; asked only of such a one.
    var hasMark: @Sendable () -> Bool = { false }
    var functions: [DatabaseFunction] = []

    /// - Throws: what keeps the file from being used.
    func open(readOnly: Bool) throws(LedgerError) -> DatabasePool {
        do {
            return try readOnly ? openToLook() : openToWrite()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw LedgerError(path: ledger, problem: hasMark() ? .damaged("its first page is broken") : strangeness)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && isFolderClosed {
            // The file is there, and what SQLite keeps beside it cannot be.
            throw LedgerError(path: ledger, problem: .readOnly)
        } catch {
            throw LedgerError(error, path: ledger)
        }
    }

    private func openToWrite() throws -> DatabasePool {
        let pool = try DatabasePool(path: file, configuration: configuration(readOnly: false))
        try refuseNewer(pool)
        try migrator.migrate(pool)
        try pool.writeWithoutTransaction { db in
            // Turning WAL on set it to NORMAL.
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            _ = try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint = \(LedgerDatabase.checkpointPages)")
            try db.execute(sql: "PRAGMA cache_size = \(-LedgerDatabase.cacheSize)")
            _ = try Int.fetchOne(db, sql: "PRAGMA journal_size_limit = \(LedgerDatabase.logLimit)")
        }
        return pool
    }

    private func openToLook() throws -> DatabasePool {
        guard FileManager.default.fileExists(atPath: file) else {
            throw LedgerError(path: ledger, problem: absence)
        }
        let pool = try poolToLook()
        try refuseNewer(pool)
        guard try pool.read(migrator.hasCompletedMigrations) else {
            let isEmpty = try pool.read { try migrator.appliedIdentifiers($0).isEmpty }
            throw LedgerError(path: ledger, problem: isEmpty ? absence : .older)
        }
        return pool
    }

    /// SQLite keeps files beside one that it reads, to follow those who write; where it cannot, and nobody writes, the
    /// file is read as one that never changes.
    private func poolToLook() throws -> DatabasePool {
        do {
            return try DatabasePool(path: file, configuration: configuration(readOnly: true))
        } catch let error as DatabaseError where isStill(error) {
            return try DatabasePool(path: stillName, configuration: configuration(readOnly: true))
        }
    }

    /// Whether an error is that of files that cannot be made, and the file is whole without them.
    private func isStill(_ error: DatabaseError) -> Bool {
        guard LedgerFiles.bytes(file + "-wal") ?? 0 == 0 else { return false }
        guard OwnerLock.holder(of: LedgerFiles(path: ledger)) == nil else { return false }
        return switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR: true
        case .SQLITE_CANTOPEN, .SQLITE_READONLY: isFolderClosed
        default: false
        }
    }

    /// Whether nothing can be made beside the file.
    private var isFolderClosed: Bool {
        access(LedgerFiles(path: ledger).folder, W_OK) != 0
    }

    /// The name by which SQLite opens a file that nobody changes, and puts nothing beside it.
    private var stillName: String {
        let path = URL(fileURLWithPath: file).path
        return "file://\(path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)?immutable=1"
    }

    private func refuseNewer(_ pool: DatabasePool) throws {
        if try pool.read(migrator.hasBeenSuperseded) {
            throw LedgerError(path: ledger, problem: .newer)
        }
    }

    private func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        // The projector alone writes what refers to something; to look each time for what it has just written costs
        // a tenth of an insert.
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(LedgerDatabase.patience)
        configuration.label = URL(fileURLWithPath: file).lastPathComponent
        configuration.prepareDatabase { [ledger, strangeness, functions] db in
            guard try LedgerDatabase.isOurs(db) else { throw LedgerError(path: ledger, problem: strangeness) }
            for function in [RegexFunction.function] + functions { db.add(function: function) }
        }
        return configuration
    }

    /// Whether the file is empty still, or a ledger's; nothing may be changed in a file of something else.
    static func isOurs(_ db: Database) throws -> Bool {
        if try Int64.fetchOne(db, sql: "PRAGMA application_id") == applicationID { return true }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }
}
