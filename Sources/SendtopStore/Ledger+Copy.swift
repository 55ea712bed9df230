import Foundation
import GRDB

extension Ledger {
    /// Copies the ledger as it is at this moment, while others go on writing, and looks whether the copy is sound; it
    /// is a ledger of its own.
    ///
    /// - Parameters:
    ///   - target: a file that is not there yet; what is derived goes to a file beside it.
    ///   - progress: called with the share that is copied, from 0 to 1.
    /// - Returns: what the copy holds, and what is wrong with it; a damaged ledger has a damaged copy.
    /// - Throws: `LedgerError`, of the copy `cannotCopy`; then nothing is left of it. Cancellation is noticed between
    ///   pieces.
    @discardableResult
    public func backup(
        to target: String,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> LedgerCheck {
        let copy = LedgerFiles(path: target)
        try refuseTarget(copy)
        let part = LedgerFiles(path: target + ".part-\(getpid())")
        do {
            let check = try await use {
                // What retention took out between the two would be in neither.
                try await PruningLock.hold(LedgerFiles(path: path)) {
                    try await copyFiles(to: part, of: copy, progress)
                }
            }
            // The events come last: a ledger without them is none.
            try name(part.derived, copy.derived, of: copy)
            try name(part.events, copy.events, of: copy)
            return check
        } catch {
            part.remove()
            throw error
        }
    }

    /// Copies both files; the events second, so that they are never behind what is derived from them.
    private func copyFiles(
        to part: LedgerFiles,
        of copy: LedgerFiles,
        _ progress: @escaping @Sendable (Double) -> Void
    ) async throws -> LedgerCheck {
        let sends = try await copyDatabase(derived, to: part.derived, of: copy) {
            progress($0 * 0.5)
        } look: { db in
            var check = LedgerCheck(findings: try Ledger.findings(in: .derived, db, isQuick: true))
            guard check.findings.isEmpty else { return check }
            check.sends = try Int.fetchOne(db, sql: "SELECT ifnull(sum(sends), 0) FROM block") ?? 0
            return check
        }
        let events = try await copyDatabase(events, to: part.events, of: copy) {
            progress(0.5 + $0 * 0.5)
        } look: { db in
            var check = LedgerCheck(findings: try Ledger.findings(in: .events, db, isQuick: true))
            guard check.findings.isEmpty else { return check }
            check.events = try EventNumbers(db).count
            return check
        }
        return LedgerCheck(
            events: events.events,
            sends: sends.sends,
            findings: events.findings + sends.findings
        )
    }

    /// Pages that are copied between two looks at whether the task is cancelled.
    private static let backupPages: CInt = 2_048

    private func refuseTarget(_ copy: LedgerFiles) throws(LedgerError) {
        for file in [copy.events, copy.derived] where FileManager.default.fileExists(atPath: file) {
            throw refusal(of: copy, "\(file) is there already, and nothing is overwritten")
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: copy.folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw refusal(of: copy, "there is no folder \(copy.folder)")
        }
    }

    private func refusal(of copy: LedgerFiles, _ reason: String) -> LedgerError {
        LedgerError(path: copy.events, problem: .cannotCopy(reason))
    }

    /// Copies one file, and says what `look` sees in the copy.
    private func copyDatabase(
        _ pool: DatabasePool,
        to file: String,
        of copy: LedgerFiles,
        progress: @escaping @Sendable (Double) -> Void,
        look: @escaping @Sendable (Database) throws -> LedgerCheck
    ) async throws -> LedgerCheck {
        do {
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
            return try await target.read(look)
        } catch let error as DatabaseError {
            // The source is open and is only read: what cannot be opened or written is the copy.
            switch error.resultCode {
            case .SQLITE_FULL: throw refusal(of: copy, "its disk is full")
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN, .SQLITE_IOERR:
                throw refusal(of: copy, error.message ?? "\(error.resultCode)")
            default: throw error
            }
        }
    }

    /// Gives a finished file its name, unless somebody else has taken it meanwhile.
    private func name(_ file: String, _ name: String, of copy: LedgerFiles) throws(LedgerError) {
        guard link(file, name) == 0 else { throw refusal(of: copy, String(cString: strerror(errno))) }
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
