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

    let file: String
    let migrator: DatabaseMigrator
    let durability: Durability
    /// The ledger, as errors name it.
    let ledger: String

    /// - Throws: what keeps the file from being used.
    func open(readOnly: Bool) throws(LedgerError) -> DatabasePool {
        do {
            return try readOnly ? openToLook() : openToWrite()
        } catch {
            throw LedgerError(error, path: ledger)
        }
    }

    private func openToWrite() throws -> DatabasePool {
        let pool = try DatabasePool(path: file, configuration: configuration(readOnly: false))
        try refuseNewer(pool)
        try migrator.migrate(pool)
        // Turning WAL on set it to NORMAL.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
        }
        return pool
    }

    private func openToLook() throws -> DatabasePool {
        guard FileManager.default.fileExists(atPath: file) else {
            throw LedgerError(path: ledger, problem: .missing)
        }
        let pool = try DatabasePool(path: file, configuration: configuration(readOnly: true))
        try refuseNewer(pool)
        guard try pool.read(migrator.hasCompletedMigrations) else {
            throw LedgerError(path: ledger, problem: .missing)
        }
        return pool
    }

    private func refuseNewer(_ pool: DatabasePool) throws {
        if try pool.read(migrator.hasBeenSuperseded) {
            throw LedgerError(path: ledger, problem: .newer)
        }
    }

    private func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(LedgerDatabase.patience)
        configuration.label = URL(fileURLWithPath: file).lastPathComponent
        return configuration
    }
}
