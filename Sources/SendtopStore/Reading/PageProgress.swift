import GRDB
import SendtopCore

/// A page on its way to be complete: first its rows, then the figures, then the count of all that pass the filter.
struct PageProgress: Sendable {
    /// How long a piece of the work takes at most, and how long figures and count may hold up rows that are there.
    private static let slice = Duration.milliseconds(80)
    private static let countingSlice = Duration.milliseconds(15)

    private let request: PageRequest
    private let now: Timestamp
    private let mask: Mask?
    private var search: RowSearch
    private(set) var counts: BlockCounts
    private(set) var minutes: MinuteCounts
    private(set) var page: Page

    /// - Parameter mask: what the rows are seen through, and the rest of the page was seen through.
    init(
        _ request: PageRequest,
        _ page: Page,
        _ counts: BlockCounts,
        _ minutes: MinuteCounts,
        now: Timestamp,
        mask: Mask?
    ) {
        self.request = request
        self.now = now
        self.mask = mask
        self.counts = counts
        self.minutes = minutes
        self.page = page
        search = RowSearch(request)
        self.page.isSearched = false
        self.page.isCounted = false
        self.page.figures.isWhole = false
    }

    /// Whether nothing is left to do.
    var isComplete: Bool {
        page.isSearched && page.figures.isWhole && page.isCounted
    }

    /// Does a piece of the work, all of it of one moment.
    mutating func advance(_ db: Database) throws {
        var deadline = ContinuousClock.now + PageProgress.slice
        let queries = try FilterQueries(request.filter, now: now, .shown(through: mask), db)
        try counts.refresh(db)
        if !page.isSearched {
            page.isSearched = try search.advance(&counts, queries, until: deadline)
            page.isFirst = search.isFirst
            page.rows = try PageReader.rows(search.ids, db, mask: mask)
            deadline = min(deadline, ContinuousClock.now + PageProgress.countingSlice)
        }
        if page.isSearched, !page.figures.isWhole { try readFigures(db, until: deadline) }
        if page.isSearched, page.figures.isWhole { try count(queries, until: deadline) }
        (page.matching, page.isCounted) = counts.matching(now: now)
        page.total = counts.total
        page.newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM send")) ?? 0
        page.newer = try newer(queries)
    }

    private mutating func readFigures(_ db: Database, until deadline: ContinuousClock.Instant) throws {
        try minutes.refresh(Span(milliseconds: request.figuresSpan, now: now), db, until: deadline)
        let last = page.figures.lastPostbackAt
        page.figures = minutes.figures
        page.figures.lastPostbackAt = last
    }

    private mutating func count(_ queries: FilterQueries, until deadline: ContinuousClock.Instant) throws {
        for block in counts.blocks where counts.count(of: block, now: now) == nil {
            _ = try counts.measure(block, queries)
            if ContinuousClock.now >= deadline { return }
        }
    }

    /// Counts what came since: whole blocks as they were counted, and one send by send.
    private func newer(_ queries: FilterQueries) throws -> Int {
        guard let first = request.since else { return 0 }
        let statement = try queries.statement(
            "SELECT count(*) FROM send WHERE id > ? AND id <= ? AND \(queries.condition.condition)"
        )
        let end = first | ((1 << Tally.blockBits) - 1)
        let inBlock = try Int.fetchOne(statement, arguments: [first, end] + queries.condition.arguments) ?? 0
        return inBlock + counts.matching(newerThan: first, now: now)
    }
}
