import GRDB
public import SendtopCore

extension Ledger {
    /// The events after a sequence number, in order: the tail for both start and live follow.
    ///
    /// - Throws: `LedgerError` or `CancellationError`.
    public func events(after seq: Int64, limit: Int) async throws -> [Event] {
        try await readEvents { db in
            let statement = try db.cachedStatement(
                sql: "SELECT \(EventRow.columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
            )
            return try RowQuery(statement).all([seq, max(0, limit)], EventRow.event)
        }
    }

    /// Hands all events out, oldest first, a batch at a time, in constant memory.
    ///
    /// - Throws: `LedgerError`, `CancellationError`, and what `body` throws.
    public func events(batch: Int, _ body: ([Event]) async throws -> Void) async throws {
        var cursor: Int64 = 0
        while true {
            let events = try await events(after: cursor, limit: max(1, batch))
            guard let last = events.last else { return }
            try await body(events)
            cursor = last.seq
        }
    }

    /// Hands the sends that pass a filter out, oldest first, a batch at a time, in constant memory.
    ///
    /// - Parameters:
    ///   - now: from where ages count.
    ///   - mask: what the sends are seen through, by the filter too.
    /// - Throws: `LedgerError`, `CancellationError`, and what `body` throws.
    public func sends(
        filter: Filter,
        now: Timestamp,
        batch: Int,
        mask: Mask? = nil,
        _ body: ([SendRow]) async throws -> Void
    ) async throws {
        var cursor: Int64 = 0
        while true {
            let rows = try await sends(after: cursor, filter: filter, now: now, limit: max(1, batch), mask)
            guard let last = rows.last else { return }
            try await body(mask.map { rows.map($0.row) } ?? rows)
            cursor = last.id
        }
    }

    /// The sends of some rows, in the order of their ids as given; those that are gone are left out.
    ///
    /// - Throws: `LedgerError` or `CancellationError`.
    public func sends(ids: [Int64]) async throws -> [SendRow] {
        try await readDerived { db in try PageReader.rows(ids, db) }
    }

    /// The rows' ids of the sends of a range that pass a filter, newest first.
    ///
    /// - Parameters:
    ///   - now: from where ages count.
    ///   - mask: what the filter sees the sends through.
    /// - Throws: `LedgerError` or `CancellationError`.
    public func ids(
        filter: Filter,
        in range: ClosedRange<Int64>,
        limit: Int,
        now: Timestamp,
        mask: Mask? = nil
    ) async throws -> [Int64] {
        try await readDerived { db in
            let filter = try FilterSQL(filter, now: now, .shown(through: mask), db)
            let statement = try db.makeStatement(
                sql: "SELECT id FROM send WHERE id BETWEEN ? AND ? AND \(filter.condition) ORDER BY id DESC LIMIT ?"
            )
            let bounds: StatementArguments = [range.lowerBound, range.upperBound]
            return try Int64.fetchAll(statement, arguments: bounds + filter.arguments + [max(0, limit)])
        }
    }

    private func sends(
        after id: Int64,
        filter: Filter,
        now: Timestamp,
        limit: Int,
        _ mask: Mask?
    ) async throws -> [SendRow] {
        try await readDerived { db in
            let filter = try FilterSQL(filter, now: now, .shown(through: mask), db)
            let statement = try db.makeStatement(
                sql: "\(StoredSend.select) WHERE send.id > ? AND \(filter.condition) ORDER BY send.id LIMIT ?"
            )
            let arguments: StatementArguments = [id] + filter.arguments + [limit]
            return try RowQuery(statement).all(arguments) { SendRow(StoredSend(&$0)) }
        }
    }
}
