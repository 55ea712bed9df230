import GRDB
public import SendtopCore

extension Ledger {
    /// Sends that are put in order at a time. An order that no index has reads all sends for each such piece.
    private static let ordered = 100_000

    /// Hands the sends that pass a filter out in an order, a batch at a time, in constant memory.
    ///
    /// What changes its place meanwhile may come twice or not at all, beyond the first hundred thousand.
    /// - Parameters:
    ///   - now: from where ages count.
    ///   - mask: what the sends are seen through, by filter and order too.
    /// - Throws: `LedgerError`, `CancellationError`, and what `body` throws.
    public func sends(
        filter: Filter,
        order: RowOrder,
        now: Timestamp,
        batch: Int,
        mask: Mask? = nil,
        _ body: ([SendRow]) async throws -> Void
    ) async throws {
        if order == RowOrder(.arrival, isDescending: false) {
            return try await sends(filter: filter, now: now, batch: batch, mask: mask, body)
        }
        var last: (value: RowOrder.Value, id: Int64)?
        while true {
            let places = try await places(after: last, filter: filter, order: order, now: now, mask: mask)
            for start in stride(from: 0, to: places.count, by: max(1, batch)) {
                let ids = places[start..<min(places.count, start + max(1, batch))].map(\.id)
                try await body(try await readDerived { try PageReader.rows(ids, $0, mask: mask) })
            }
            guard places.count == Ledger.ordered else { return }
            last = places.last
        }
    }

    private func places(
        after last: (value: RowOrder.Value, id: Int64)?,
        filter: Filter,
        order: RowOrder,
        now: Timestamp,
        mask: Mask?
    ) async throws -> [(value: RowOrder.Value, id: Int64)] {
        if order == .arrival {
            let range = 0...(last.map { max(1, $0.id) - 1 } ?? .max)
            let ids = try await ids(filter: filter, in: range, limit: Ledger.ordered, now: now, mask: mask)
            return ids.map { (.number($0), $0) }
        }
        return try await readDerived { db in
            let columns = TextColumns.shown(through: mask)
            var conditions = [try FilterSQL(filter, now: now, columns, db)]
            if let last {
                conditions.append(OrderSQL.precedes(last, order, columns).negated)
                conditions.append(FilterSQL("id <> ?", [last.id]))
            }
            let all = FilterSQL(conditions, joinedBy: "AND")
            let statement = try db.makeStatement(
                sql: """
                    SELECT id, \(OrderSQL.key(order.key, columns)) AS place FROM send WHERE \(all.condition)
                    ORDER BY \(OrderSQL.terms(order, isReversed: false)) LIMIT \(Ledger.ordered)
                    """
            )
            return try Row.fetchAll(statement, arguments: all.arguments).map { (OrderSQL.value($0[1]), $0[0]) }
        }
    }
}
