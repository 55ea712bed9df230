import Foundation
import GRDB
public import SendtopCore

extension Ledger {
    /// The send of a request of ours, as the derived tables have it now.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func send(requestID: String) async throws -> SendRow? {
        try await readDerived { db in
            let reader = PageReader(db, PageRequest(limit: 0, find: requestID))
            guard let id = try reader.found() else { return nil }
            return try PageReader(db, PageRequest(limit: 0, selected: id)).selected()?.row
        }
    }

    /// The newest sends of one person that were first heard of since a moment, newest first.
    ///
    /// Looks at the newest `limit` sends of the ledger at most.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func sends(to recipient: String, since: Timestamp, among limit: Int = 10_000) async throws -> [SendRow] {
        try await readDerived { db in
            let statement = try db.cachedStatement(
                sql: """
                    \(StoredSend.select) WHERE send.recipient = ? AND send.first_seen >= ?
                    AND send.id > (SELECT ifnull(max(id), 0) FROM send) - ? ORDER BY send.id DESC
                    """
            )
            return try Row.fetchAll(statement, arguments: [recipient, since.milliseconds, limit])
                .map { SendRow(StoredSend(row: $0)) }
        }
    }

    /// The events of a send, in order of arrival.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func events(of send: SendRow) async throws -> [Event] {
        let numbers = try await readDerived { db in
            try Int64.fetchAll(db, sql: "SELECT seq FROM send_event WHERE send = ? ORDER BY seq", arguments: [send.id])
        }
        return try await readEvents { db in
            let select = try db.cachedStatement(sql: "SELECT \(EventRow.columns) FROM event WHERE seq = ?")
            return try numbers.compactMap { try Row.fetchOne(select, arguments: [$0]).map(EventRow.event) }
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
