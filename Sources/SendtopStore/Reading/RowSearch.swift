import GRDB
import SendtopCore

/// Looks for the rows of a window, in whichever order.
enum RowSearch: Sendable {
    case arrival(WindowSearch)
    case sorted(SortedSearch)

    init(_ request: PageRequest) {
        self = request.order == .arrival ? .arrival(WindowSearch(request)) : .sorted(SortedSearch(request))
    }

    /// The rows that were found so far, in order.
    var ids: [Int64] {
        switch self {
        case .arrival(let search): search.ids
        case .sorted(let search): search.ids
        }
    }

    /// Whether nothing comes before the first row, once all is found.
    var isFirst: Bool {
        switch self {
        case .arrival(let search): search.isFirst
        case .sorted(let search): search.isFirst
        }
    }

    /// Goes on until all is found, or the time is over.
    ///
    /// - Returns: whether all was found.
    mutating func advance(
        _ counts: inout BlockCounts,
        _ queries: FilterQueries,
        until deadline: ContinuousClock.Instant
    ) throws -> Bool {
        switch self {
        case .arrival(var search):
            defer { self = .arrival(search) }
            return try search.advance(&counts, queries, until: deadline)
        case .sorted(var search):
            defer { self = .sorted(search) }
            return try search.advance(&counts, queries, until: deadline)
        }
    }
}
