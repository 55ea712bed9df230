/// Changes to the counting tables that one transaction gathers before it writes them.
struct Tally {
    struct Minute {
        var sends = 0
        var inTime = 0
        var duplicates = 0
        var latencies = Latencies()
    }

    struct ReasonKey: Hashable {
        var minute: Int64
        var reason: Int64
        var campaign: Int64
    }

    var minutes: [Contribution.Key: Minute] = [:]
    var reasons: [ReasonKey: Int] = [:]
    /// Sends by block of ids.
    var blocks: [Int64: Int] = [:]

    /// The last event that told something of a send of the block.
    var touched: [Int64: Int64] = [:]

    /// How many ids make a block.
    static let blockBits: Int64 = 12

    static func block(of id: Int64) -> Int64 {
        id >> blockBits
    }

    /// Notes that an event told something of a send.
    mutating func touch(_ id: Int64, seq: Int64) {
        touched[Tally.block(of: id)] = seq
    }

    /// Takes contributions of a send as it was away, and adds those of the send as it is.
    mutating func replace(_ old: [Contribution], by new: [Contribution]) {
        guard old != new else { return }
        for contribution in old where !new.contains(contribution) { add(contribution, -1) }
        for contribution in new where !old.contains(contribution) { add(contribution, 1) }
    }

    private mutating func add(_ contribution: Contribution, _ count: Int) {
        var minute = minutes[contribution.key] ?? Minute()
        minute.sends += count
        if contribution.isInTime { minute.inTime += count }
        if let bucket = contribution.bucket { minute.latencies.add(count, to: bucket) }
        minutes[contribution.key] = minute
    }
}
