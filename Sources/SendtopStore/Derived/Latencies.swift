/// Counts of latencies in buckets that are exact below 32 ms and no wider than a thirty-second of their value above.
struct Latencies: Sendable, Hashable {
    /// 32 buckets for each doubling.
    private static let subBits = 5
    private static let subCount = 1 << subBits

    /// How many, by bucket; never zero.
    private(set) var counts: [Int: Int] = [:]

    var total: Int {
        counts.values.reduce(0, +)
    }

    var isEmpty: Bool {
        counts.isEmpty
    }

    /// Adds to a bucket, or takes away.
    mutating func add(_ count: Int, to bucket: Int) {
        guard count != 0 else { return }
        guard let place = counts.index(forKey: bucket) else {
            counts[bucket] = count
            return
        }
        counts.values[place] += count
        if counts.values[place] == 0 { counts.remove(at: place) }
    }

    /// The bucket of a latency in milliseconds, which is not negative.
    static func bucket(_ milliseconds: Int64) -> Int {
        let value = Int(clamping: max(0, milliseconds))
        guard value >= subCount else { return value }
        let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount - subBits
        return (exponent << subBits) + (value >> exponent)
    }

    /// The middle of a bucket, in milliseconds.
    static func milliseconds(_ bucket: Int) -> Int64 {
        guard bucket >= subCount else { return Int64(bucket) }
        let exponent = min((bucket >> subBits) - 1, Int.bitWidth - 2 - subBits)
        let lower = (bucket - (exponent << subBits)) << exponent
        return Int64(lower &+ (1 << exponent) / 2)
    }

    /// The latencies below which the given shares lie, in the same order; `nil` when there are none.
    func percentiles(_ shares: [Double]) -> [Int64]? {
        let sorted = counts.sorted { $0.key < $1.key }
        let total = total
        guard total > 0, let last = sorted.last else { return nil }
        return shares.map { share in
            let rank = max(1, Int((share * Double(total)).rounded(.up)))
            var seen = 0
            for (bucket, count) in sorted {
                seen += count
                if seen >= rank { return Latencies.milliseconds(bucket) }
            }
            return Latencies.milliseconds(last.key)
        }
    }
}

extension Latencies {
    /// Pairs of numbers, sorted by bucket: how far from the last bucket, and how many.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        var last = 0
        for (bucket, count) in counts.sorted(by: { $0.key < $1.key }) {
            writer.write(UInt64(clamping: bucket - last))
            writer.write(UInt64(clamping: count))
            last = bucket
        }
        return writer.bytes
    }

    init(bytes: [UInt8]) {
        self.init()
        add(bytes: bytes)
    }

    /// Adds what another's bytes say.
    mutating func add(bytes: [UInt8]) {
        add(bytes: bytes, times: 1)
    }

    /// Takes away what was added from the same bytes.
    mutating func remove(bytes: [UInt8]) {
        add(bytes: bytes, times: -1)
    }

    private mutating func add(bytes: [UInt8], times: Int) {
        var reader = ByteReader(bytes)
        var bucket = 0
        while let step = reader.next(), let count = reader.next() {
            bucket &+= Int(clamping: step)
            add(times * Int(clamping: min(count, 1 << 40)), to: bucket)
        }
    }
}
