import GRDB
import SendtopCore

/// How many sends of each block of ids pass a filter: what is counted once is counted anew only where something
/// changed.
struct BlockCounts: Sendable {
    /// A block of ids, as the ledger has it.
    struct Block: Sendable {
        var number: Int64
        var sends: Int
        /// The last event that told something of one of its sends.
        var changed: Int64

        /// The ids that belong to it.
        var ids: ClosedRange<Int64> {
            let first = number << Tally.blockBits
            return first...(first | ((1 << Tally.blockBits) - 1))
        }
    }

    private struct Entry: Sendable {
        var count: Int
        /// The block as it was then; retention takes sends away without an event.
        var sends: Int
        var changed: Int64
        /// The moment of counting, and when the first and the last of the block's sends were first heard of, for
        /// filters by age.
        var at: Timestamp
        var seen: ClosedRange<Int64>?
    }

    let filter: Filter
    private let ages: [Int64]
    private var entries: [Int64: Entry] = [:]
    /// All blocks, newest first.
    private(set) var blocks: [Block] = []

    init(_ filter: Filter) {
        self.filter = filter
        ages = filter.ages
    }

    /// All sends.
    var total: Int {
        blocks.reduce(0) { $0 + $1.sends }
    }

    /// Takes the blocks as they are now.
    mutating func refresh(_ db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT block, sends, changed FROM block ORDER BY block DESC")
        blocks = try Row.fetchAll(statement).map { Block(number: $0[0], sends: $0[1], changed: $0[2]) }
    }

    /// How many of a block's sends pass, when that is known.
    func count(of block: Block, now: Timestamp) -> Int? {
        if filter == .all { return block.sends }
        guard let entry = entries[block.number], entry.changed == block.changed,
            entry.sends == block.sends
        else { return nil }
        guard let seen = entry.seen, entry.at != now else { return entry.count }
        for age in ages {
            // A send passes the limit, one way or the other, when it is that old.
            let crossed = min(now, entry.at).adding(milliseconds: -age)...max(now, entry.at).adding(milliseconds: -age)
            if (crossed.lowerBound.milliseconds...crossed.upperBound.milliseconds).overlaps(seen) { return nil }
        }
        return entry.count
    }

    /// Counts the sends of a block that pass.
    mutating func measure(_ block: Block, _ queries: FilterQueries) throws -> Int {
        let (condition, now) = (queries.condition, queries.now)
        if let known = count(of: block, now: now) { return known }
        let sql =
            ages.isEmpty
            ? "SELECT count(*), NULL, NULL FROM send WHERE id BETWEEN ? AND ? AND \(condition.condition)"
            : """
            SELECT count(*) FILTER (WHERE \(condition.condition)), min(first_seen), max(first_seen)
            FROM send WHERE id BETWEEN ? AND ?
            """
        let ids: StatementArguments = [block.ids.lowerBound, block.ids.upperBound]
        let arguments = ages.isEmpty ? ids + condition.arguments : condition.arguments + ids
        let row = try Row.fetchOne(queries.statement(sql), arguments: arguments)
        let bounds = (row?[1] as Int64?, row?[2] as Int64?)
        var entry = Entry(count: row?[0] ?? 0, sends: block.sends, changed: block.changed, at: now)
        if let first = bounds.0, let last = bounds.1, first <= last { entry.seen = first...last }
        entries[block.number] = entry
        return entry.count
    }

    /// What was counted so far, and whether that is all.
    func matching(now: Timestamp) -> (count: Int, isComplete: Bool) {
        var sum = 0
        var isComplete = true
        for block in blocks {
            if let count = count(of: block, now: now) { sum += count } else { isComplete = false }
        }
        return (sum, isComplete)
    }

    /// What was counted so far in the blocks that are newer than an id's.
    func matching(newerThan id: Int64, now: Timestamp) -> Int {
        let number = Tally.block(of: id)
        return blocks.prefix { $0.number > number }.reduce(0) { $0 + (count(of: $1, now: now) ?? 0) }
    }
}

extension Filter {
    /// The limits of all ages that are asked for, in milliseconds.
    fileprivate var ages: [Int64] {
        switch self {
        case .age(_, let limit): [limit]
        case .and(let parts), .or(let parts): parts.flatMap(\.ages)
        case .not(let part): part.ages
        case .all, .word, .regex, .field, .latency, .since: []
        }
    }
}
