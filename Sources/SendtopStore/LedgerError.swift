import Foundation
import GRDB

/// Why a ledger could not do what it was asked for.
public struct LedgerError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// There is no ledger, and a looker makes none.
        case missing
        /// The events are there, and the derived tables are not.
        case underived
        /// The folder or the file cannot be made or opened; the system's own words.
        case cannotOpen(String)
        /// Another process owns the ledger; its id, when known.
        case owned(by: Int32?)
        /// Another process kept the ledger locked for longer than we wait.
        case locked
        /// The disk is full.
        case diskFull
        /// The file or its disk cannot be written.
        case readOnly
        /// The file may not be read.
        case unreadable
        /// The file was removed, moved or replaced while it was open.
        case replaced
        /// It was opened to look only.
        case looker
        /// What is in the file is not what was written.
        case damaged(String)
        /// The file is something else.
        case notALedger
        /// The file beside it, of derived tables, is something else or has a broken first page.
        case strangeDerived
        /// A newer version of the program wrote it.
        case newer
        /// An older version wrote it, and one who looks cannot bring it up to date.
        case older
        /// A copy of it cannot be made at the path; why.
        case cannotCopy(String)
        /// Events come faster than the disk takes them, and no more can wait.
        case overloaded
        /// It was closed.
        case closed
        /// Anything else, in SQLite's words.
        case other(String)
    }

    /// The ledger's file.
    public var path: String
    public var problem: Problem

    public init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }
}

extension LedgerError: CustomStringConvertible {
    /// One sentence that says what, where and what to do.
    public var description: String {
        switch problem {
        case .missing:
            "There is no ledger at \(path); start sendtop listen for it first, or name another with --ledger."
        case .underived:
            "The derived tables of the ledger \(path) are missing; sendtop ledger rebuild makes them anew."
        case .cannotOpen(let reason):
            "The ledger \(path) cannot be opened: \(reason)."
        case .owned(let process):
            "The ledger \(path) is in use by \(process.map { "process \($0)" } ?? "another process"); "
                + "stop that one first, or look on."
        case .locked:
            "The ledger \(path) is locked by another process; try again, or end that process."
        case .diskFull:
            "The ledger \(path) cannot grow because its disk is full; make room."
        case .readOnly:
            "The ledger \(path) cannot be written; check the permissions of the file, its folder and its disk."
        case .unreadable:
            "The ledger \(path) may not be read; check the permissions of the file."
        case .replaced:
            "The ledger was removed or replaced; put it back, or start sendtop again: \(path)"
        case .looker:
            "The ledger \(path) was opened to look only; nothing can be written to it."
        case .damaged(let detail):
            "The ledger \(path) is damaged (\(detail)); restore a backup, or start sendtop listen, which puts aside what "
                + "it finds broken and saves what is sound."
        case .notALedger:
            "\(path) is not a ledger of sendtop; name another file with --ledger."
        case .strangeDerived:
            "\(path)-derived holds no derived tables of the ledger \(path); sendtop ledger rebuild puts it aside and makes "
                + "them anew."
        case .newer:
            "The ledger \(path) was written by a newer sendtop; use that version."
        case .older:
            "The ledger \(path) was written by an older sendtop; sendtop ledger rebuild brings it up to date."
        case .cannotCopy(let reason):
            "The copy \(path) cannot be written: \(reason)."
        case .overloaded:
            "The ledger \(path) takes events more slowly than they come; send again later."
        case .closed:
            "The ledger \(path) is closed."
        case .other(let detail):
            "The ledger \(path) failed: \(detail)."
        }
    }
}

extension LedgerError {
    /// Makes facts of what SQLite said.
    init(_ error: any Error, path: String) {
        if let ledgerError = error as? LedgerError {
            self = ledgerError
            return
        }
        self.path = path
        guard let failure = error as? DatabaseError else {
            problem = .other(String(describing: error))
            return
        }
        let words = failure.message ?? failure.resultCode.description
        problem =
            switch failure.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_FULL: .diskFull
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
            case .SQLITE_CANTOPEN: .cannotOpen(words)
            case .SQLITE_CORRUPT: .damaged(words)
            case .SQLITE_NOTADB: .notALedger
            // A ledger that closes interrupts what is asked of it.
            case .SQLITE_INTERRUPT: .closed
            case .SQLITE_MISUSE where words.contains("closed"): .closed
            default: .other(words)
            }
    }
}
