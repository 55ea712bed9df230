/// How fast a counter rises, over the last ten seconds.
struct RateMeter: Sendable, Hashable {
    private static let seconds = 10

    private var samples: [Int] = []

    /// Takes the counter's value of this second; one that fell begins anew.
    mutating func take(_ value: Int) {
        if let last = samples.last, value < last { samples = [] }
        samples.append(value)
        samples.removeFirst(max(0, samples.count - RateMeter.seconds - 1))
    }

    /// How much it rose in a second, or `nil` before there were two values.
    var perSecond: Double? {
        guard let first = samples.first, let last = samples.last, samples.count > 1 else { return nil }
        return Double(last - first) / Double(samples.count - 1)
    }
}
