import GRDB
import SendtopCore

/// Looks for the rows of a window in an order that no index has: every block is read once, and only the rows nearest
/// to the anchor are kept.
struct SortedSearch: Sendable {
    private typealias Place = (value: RowOrder.Value, id: Int64)

    private let request: PageRequest
    private var anchor: Place?
    private var hasAnchor = false
    /// The rows from the anchor on, and those before it, each in the order of the window.
    private var after: [Place] = []
    private var before: [Place] = []
    /// The blocks down to this one were searched.
    private var lowest: Int64?

    init(_ request: PageRequest) {
        self.request = request
    }

    var ids: [Int64] {
        (before + after).map(\.id)
    }

    /// Whether nothing comes before the first row, once all is found.
    var isFirst: Bool {
        limits.before == 0 || before.count < limits.before
    }

    /// How many rows are wanted from the anchor on, and before it.
    ///
    /// From the end on is nothing, before it is all; an anchor that is gone stands for the start.
    private var limits: (after: Int, before: Int) {
        if request.anchor == .row(.min) { return (0, request.limit + request.above) }
        return anchor == nil ? (request.limit, 0) : (request.limit, request.above)
    }

    mutating func advance(
        _ counts: inout BlockCounts,
        _ queries: FilterQueries,
        until deadline: ContinuousClock.Instant
    ) throws -> Bool {
        if !hasAnchor { try findAnchor(queries) }
        for block in counts.blocks where block.number < lowest ?? .max {
            if try counts.measure(block, queries) > 0 {
                try takeAfter(block, queries, limits.after)
                try takeBefore(block, queries, limits.before)
            }
            lowest = block.number
            if ContinuousClock.now >= deadline { return false }
        }
        return true
    }

    private mutating func findAnchor(_ queries: FilterQueries) throws {
        hasAnchor = true
        guard case .row(let id) = request.anchor else { return }
        let key = OrderSQL.key(request.order.key, queries.columns)
        let statement = try queries.statement("SELECT \(key) FROM send WHERE id = ?")
        anchor = try Row.fetchOne(statement, arguments: [id]).map { (OrderSQL.value($0[0]), id) }
    }

    private mutating func takeAfter(_ block: BlockCounts.Block, _ queries: FilterQueries, _ limit: Int) throws {
        guard limit > 0 else { return }
        var conditions = [queries.condition]
        if let anchor { conditions.append(OrderSQL.precedes(anchor, request.order, queries.columns).negated) }
        if after.count >= limit, let worst = after.last {
            conditions.append(OrderSQL.precedes(worst, request.order, queries.columns))
        }
        let found = try places(block, conditions, isReversed: false, limit, queries)
        after = Array(merged(after, found).prefix(limit))
    }

    private mutating func takeBefore(_ block: BlockCounts.Block, _ queries: FilterQueries, _ limit: Int) throws {
        guard limit > 0 else { return }
        var conditions = [queries.condition]
        if let anchor { conditions.append(OrderSQL.precedes(anchor, request.order, queries.columns)) }
        if before.count >= limit, let worst = before.first {
            conditions.append(OrderSQL.precedes(worst, request.order, queries.columns).negated)
        }
        let found = try places(block, conditions, isReversed: true, limit, queries)
        before = Array(merged(before, found.reversed()).suffix(limit))
    }

    private func merged(_ left: [Place], _ right: [Place]) -> [Place] {
        right.isEmpty ? left : (left + right).sorted { request.order.precedes($0, $1) }
    }

    /// The first rows of a block that pass, or the last, in order.
    private func places(
        _ block: BlockCounts.Block,
        _ conditions: [FilterSQL],
        isReversed: Bool,
        _ limit: Int,
        _ queries: FilterQueries
    ) throws -> [Place] {
        let all = FilterSQL(conditions, joinedBy: "AND")
        let statement = try queries.statement(
            """
            SELECT id, \(OrderSQL.key(request.order.key, queries.columns)) AS place FROM send
            WHERE \(queries.isWithin) AND \(all.condition)
            ORDER BY \(OrderSQL.terms(request.order, isReversed: isReversed)) LIMIT ?
            """
        )
        return try Row.fetchAll(statement, arguments: queries.bounds(block.ids) + all.arguments + [limit]).map {
            (OrderSQL.value($0[1]), $0[0])
        }
    }
}
