/// Changes to the counting tables that one transaction gathers before it writes them.
struct Tally {
    struct Minute {
        var sends = 0
        var inTime = 0
        var duplicates = 0
        var latencies = Latencies()

        mutating func add(_ contribution: Contribution, _ count: Int) {
            sends += count
            if contribution.isInTime { inTime += count }
            if let bucket = contribution.bucket { latencies.add(count, to: bucket) }
        }
    }

    struct ReasonKey: Hashable {
        var minute: Int64
        var reason: Int64
        var campaign: Int64
    }

    /// The first minute whose counts are kept; what retention has taken out is not counted any more, nor taken away.
    let firstMinute: Int64
    private(set) var minutes: [Contribution.Key: Minute] = [:]
    private(set) var reasons: [ReasonKey: Int] = [:]
    /// Sends by block of ids.
    var blocks: [Int64: Int] = [:]

    /// What was told of the sends of a block.
    struct Touch {
        /// The last event that did.
        var seq: Int64
        /// When the sends were first heard of; `nil` when they are gone.
        var seen: ClosedRange<Int64>?

        mutating func note(seq: Int64, seen moment: Int64?) {
            self.seq = seq
            guard let moment else { return }
            seen = min(seen?.lowerBound ?? moment, moment)...max(seen?.upperBound ?? moment, moment)
        }
    }

    var touched: [Int64: Touch] = [:]

    init(from firstMinute: Int64) {
        self.firstMinute = firstMinute
    }

    /// How many ids make a block.
    static let blockBits: Int64 = 12

    static func block(of id: Int64) -> Int64 {
        id >> blockBits
    }

    /// Notes that an event told something of a send.
    ///
    /// - Parameter seen: when it was first heard of, in milliseconds; `nil` when it is gone.
    mutating func touch(_ id: Int64, seq: Int64, seen: Int64?) {
        touched[Tally.block(of: id), default: Touch(seq: seq)].note(seq: seq, seen: seen)
    }

    /// Takes contributions of a send as it was away, and adds those of the send as it is.
    mutating func replace(_ old: [Contribution], by new: [Contribution]) {
        guard old != new else { return }
        for contribution in old where !new.contains(contribution) { add(contribution, -1) }
        for contribution in new where !old.contains(contribution) { add(contribution, 1) }
    }

    mutating func add(_ contribution: Contribution, _ count: Int) {
        guard contribution.key.minute >= firstMinute else { return }
        // In place: a copy would be one of all its latencies.
        minutes[contribution.key, default: Minute()].add(contribution, count)
    }

    mutating func add(duplicates count: Int, to key: Contribution.Key) {
        guard key.minute >= firstMinute else { return }
        minutes[key, default: Minute()].duplicates += count
    }

    mutating func add(_ count: Int, to key: ReasonKey) {
        guard key.minute >= firstMinute else { return }
        reasons[key, default: 0] += count
    }
}
