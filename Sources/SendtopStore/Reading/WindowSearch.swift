import GRDB
import SendtopCore

/// Looks for the ids of a window's rows, block by block, from the anchor down and then from it up.
struct WindowSearch: Sendable {
    let request: PageRequest
    /// Newest first.
    private(set) var below: [Int64] = []
    /// Oldest first.
    private(set) var above: [Int64] = []
    /// The blocks down to this one, and up to the other, were searched.
    private var lowest: Int64?
    private var highest: Int64?

    init(_ request: PageRequest) {
        self.request = request
    }

    /// What was found so far, newest first.
    var ids: [Int64] {
        above.reversed() + below
    }

    /// Whether nothing is newer than the first row, once all is found.
    var isFirst: Bool {
        request.anchor == .newest || above.count < wantedAbove
    }

    /// An anchor that is older than every send shows the oldest ones.
    private var wantedAbove: Int {
        below.isEmpty ? request.above + request.limit : request.above
    }

    private var anchor: Int64 {
        if case .row(let id) = request.anchor { id } else { .max }
    }

    /// Goes on until the window is full, the blocks are at an end, or the time is over.
    ///
    /// - Returns: whether all was found that there is.
    mutating func advance(
        _ counts: inout BlockCounts,
        _ queries: FilterQueries,
        until deadline: ContinuousClock.Instant
    ) throws -> Bool {
        let blocks = counts.blocks
        let home = Tally.block(of: anchor)
        for block in blocks where block.number <= min(home, (lowest ?? .max) - 1) && below.count < request.limit {
            if try counts.measure(block, queries) > 0 {
                let ids = block.ids.lowerBound...max(block.ids.lowerBound, min(block.ids.upperBound, anchor))
                below += try WindowSearch.ids(ids, queries, isDescending: true, request.limit - below.count)
                    .filter { $0 <= anchor }
            }
            lowest = block.number
            if ContinuousClock.now >= deadline { return false }
        }
        guard case .row(let anchor) = request.anchor else { return true }
        let wanted = wantedAbove
        for block in blocks.reversed()
        where block.number >= max(home, (highest ?? .min) + 1) && above.count < wanted {
            if anchor < block.ids.upperBound, try counts.measure(block, queries) > 0 {
                let ids = max(block.ids.lowerBound, anchor + 1)...block.ids.upperBound
                above += try WindowSearch.ids(ids, queries, isDescending: false, wanted - above.count)
            }
            highest = block.number
            if ContinuousClock.now >= deadline { return false }
        }
        return true
    }

    /// The ids within a range that pass, in order.
    private static func ids(
        _ range: ClosedRange<Int64>,
        _ queries: FilterQueries,
        isDescending: Bool,
        _ limit: Int
    ) throws -> [Int64] {
        let statement = try queries.statement(
            """
            SELECT id FROM send WHERE \(queries.isWithin) AND \(queries.condition.condition)
            ORDER BY id \(isDescending ? "DESC" : "ASC") LIMIT ?
            """
        )
        return try Int64.fetchAll(statement, arguments: queries.bounds(range) + queries.condition.arguments + [limit])
    }
}
