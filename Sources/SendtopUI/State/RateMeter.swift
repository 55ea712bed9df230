import SendtopCore

/// How fast a counter rises, over the last ten seconds.
struct RateMeter: Sendable, Hashable {
    private struct Sample: Hashable {
        var at: Timestamp
        var value: Int
    }

    private static let span: Int64 = 10_000

    /// The newest one from before the span, and those within it.
    private var samples: [Sample] = []

    /// Takes the counter's value of this second; one that fell, or a clock that was set back, begins anew.
    mutating func take(_ value: Int, at now: Timestamp) {
        if let last = samples.last, value < last.value || now < last.at { samples = [] }
        samples.append(Sample(at: now, value: value))
        let first = samples.lastIndex { now.milliseconds - $0.at.milliseconds >= RateMeter.span } ?? 0
        samples.removeFirst(first)
    }

    /// Whether it rose within the last ten seconds.
    var isRising: Bool {
        samples.first?.value != samples.last?.value
    }

    /// How much it rose in a second, or `nil` before there were two values.
    var perSecond: Double? {
        guard let first = samples.first, let last = samples.last, first.at < last.at else { return nil }
        var time = last.at.milliseconds - first.at.milliseconds
        // A quiet screen counts once a minute, and at once when something comes: the rise is of the last seconds.
        if samples[1].at.milliseconds - first.at.milliseconds > RateMeter.span { time = min(time, RateMeter.span) }
        return Double(last.value - first.value) / Double(time) * 1_000
    }
}
