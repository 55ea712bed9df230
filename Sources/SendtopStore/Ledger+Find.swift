import Foundation
import GRDB
public import SendtopCore

extension Ledger {
    /// The send of a request of ours, as the derived tables have it now.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func send(requestID: String) async throws -> SendRow? {
        try await readDerived { db in
            let reader = PageReader(db)
            return try reader.found(request: requestID).flatMap { try reader.row($0) }
        }
    }

    /// Whether a process, this one or another, takes postbacks in for the ledger.
    public var hasOwner: Bool {
        if access == .owner { return true }
        let file = Foundation.open(LedgerFiles(path: path).ownerLock, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { Foundation.close(file) }
        // The lock is let go with the descriptor.
        return flock(file, LOCK_SH | LOCK_NB) != 0
    }
}
