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
        /// When its sends were first heard of, the earliest to the latest, or a little more; `nil` when not known.
        var seen: ClosedRange<Timestamp>?

        /// The numbers that there can be.
        static let numbers = 0...Tally.block(of: .max)

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
        /// The moment of counting, for filters by age.
        var at: Timestamp
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
        let statement = try db.cachedStatement(
            sql: "SELECT block, sends, changed, seen_from, seen_to FROM block ORDER BY block DESC"
        )
        blocks = try Row.fetchAll(statement).compactMap { row in
            // What a damaged file may have there is the block of no send.
            guard Block.numbers ~= row[0] else { return nil }
            var block = Block(number: row[0], sends: row.count(1), changed: row[2])
            if let first = row[3] as Int64?, let last = row[4] as Int64?, first <= last {
                block.seen = Timestamp(milliseconds: first)...Timestamp(milliseconds: last)
            }
            return block
        }
    }

    /// How many of a block's sends pass, when that is known.
    func count(of block: Block, now: Timestamp) -> Int? {
        if let passes = filter.verdict(seen: block.seen, now: now) { return passes ? block.sends : 0 }
        guard let entry = entries[block.number], entry.changed == block.changed, entry.sends == block.sends else {
            return nil
        }
        guard !ages.isEmpty, entry.at != now else { return entry.count }
        guard let seen = block.seen else { return nil }
        for age in ages {
            // A send passes the limit, one way or the other, when it is that old.
            let crossed = min(now, entry.at).adding(milliseconds: -age)...max(now, entry.at).adding(milliseconds: -age)
            if crossed.overlaps(seen) { return nil }
        }
        return entry.count
    }

    /// Counts the sends of a block that pass.
    mutating func measure(_ block: Block, _ queries: FilterQueries) throws -> Int {
        let (condition, now) = (queries.condition, queries.now)
        if let known = count(of: block, now: now) { return known }
        let statement = try queries.statement(
            "SELECT count(*) FROM send WHERE \(queries.isWithin) AND \(condition.condition)"
        )
        let count = try Int.fetchOne(statement, arguments: queries.bounds(block.ids) + condition.arguments) ?? 0
        entries[block.number] = Entry(count: count, sends: block.sends, changed: block.changed, at: now)
        return count
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
    /// Whether sends pass that were first heard of in a span of time; `nil` when that does not say it of all of them.
    fileprivate func verdict(seen: ClosedRange<Timestamp>?, now: Timestamp) -> Bool? {
        switch self {
        case .all: return true
        case .age(let comparison, let limit):
            guard let seen else { return nil }
            let newest = comparison.holds(now.milliseconds(since: seen.upperBound), limit)
            let oldest = comparison.holds(now.milliseconds(since: seen.lowerBound), limit)
            return newest == oldest ? newest : nil
        case .since(let moment):
            guard let seen else { return nil }
            return seen.lowerBound >= moment ? true : seen.upperBound < moment ? false : nil
        case .and(let parts): return Filter.verdict(parts, decidedBy: false, seen, now)
        case .or(let parts): return Filter.verdict(parts, decidedBy: true, seen, now)
        case .not(let part): return part.verdict(seen: seen, now: now).map { !$0 }
        case .word, .regex, .field, .latency: return nil
        }
    }

    /// The verdict of several filters, of which one alone can decide for all.
    private static func verdict(
        _ parts: [Filter],
        decidedBy decisive: Bool,
        _ seen: ClosedRange<Timestamp>?,
        _ now: Timestamp
    ) -> Bool? {
        var isKnown = true
        for part in parts {
            switch part.verdict(seen: seen, now: now) {
            case decisive: return decisive
            case nil: isKnown = false
            default: break
            }
        }
        return isKnown ? !decisive : nil
    }

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
