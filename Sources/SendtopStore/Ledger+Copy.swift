import Foundation
import GRDB

extension Ledger {
    /// Copies the ledger as it is at this moment, while others go on writing; the copy is a ledger of its own.
    ///
    /// - Parameters:
    ///   - target: a file that is not there yet; what is derived goes to a file beside it.
    ///   - progress: called with the share that is done, from 0 to 1.
    /// - Throws: `LedgerError`; then nothing is left of the copy. Cancellation is noticed between pieces.
    public func backup(to target: String, progress: @escaping @Sendable (Double) -> Void = { _ in }) async throws {
        let copy = LedgerFiles(path: target)
        for file in [copy.events, copy.derived] where FileManager.default.fileExists(atPath: file) {
            throw LedgerError(
                path: target,
                problem: .cannotOpen("\(file) is there already, and nothing is overwritten")
            )
        }
        let part = LedgerFiles(path: target + ".part-\(getpid())")
        do {
            try await use {
                // The events come second, so that they are never behind what is derived from them.
                try await copyDatabase(derived, to: part.derived) { progress($0 * 0.5) }
                try await copyDatabase(events, to: part.events) { progress(0.5 + $0 * 0.5) }
            }
            // The events come last: a ledger without them is none.
            try name(part.derived, copy.derived)
            try name(part.events, copy.events)
        } catch {
            for file in [part.events, part.derived] {
                for end in ["", "-journal", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) }
            }
            throw error
        }
    }

    /// Pages that are copied between two looks at whether the task is cancelled.
    private static let backupPages: CInt = 2_048

    private func copyDatabase(
        _ pool: DatabasePool,
        to file: String,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws {
        let target = try DatabaseQueue(path: file)
        defer { try? target.close() }
        chmod(file, 0o600)
        try await pool.read { source in
            // Within this read the source is of one moment, whatever others write.
            try target.writeWithoutTransaction { target in
                try source.backup(to: target, pagesPerStep: Ledger.backupPages) { state in
                    progress(Double(state.completedPageCount) / Double(max(1, state.totalPageCount)))
                }
            }
        }
    }

    /// Gives a finished file its name, unless somebody else has taken it meanwhile.
    private func name(_ file: String, _ name: String) throws(LedgerError) {
        guard link(file, name) == 0 else {
            throw LedgerError(path: name, problem: .cannotOpen(String(cString: strerror(errno))))
        }
        unlink(file)
    }

    /// Writes both files anew without the room that deleted rows have left; the owner alone may, since nobody else
    /// can write meanwhile.
    ///
    /// - Throws: `LedgerError`, such as `diskFull`: it takes as much room again. Of a `damaged` one nothing is written.
    public func compact() async throws {
        guard access == .owner else { throw LedgerError(path: path, problem: .looker) }
        try await use {
            for (part, pool) in [(Part.events, events), (.derived, derived)] {
                if let finding = try await pool.read({ try Ledger.findings(in: part, $0, isQuick: true) }).first {
                    throw LedgerError(path: path, problem: .damaged(String(finding.dropLast())))
                }
            }
            for pool in [events, derived] {
                try await pool.writeUncancelled { db in
                    try db.execute(sql: "VACUUM")
                    _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                }
            }
        }
    }
}
