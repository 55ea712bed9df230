import SendtopCore

/// How the sends of a span ended.
struct EndShares {
    /// The minutes that count as the present.
    private static let recentMinutes = 5
    /// Bounces below which a rise says nothing.
    private static let fewBounces = 5

    private let figures: Figures
    /// Sends that came to an end.
    let total: Int

    init(_ figures: Figures) {
        self.figures = figures
        total = EndShares.ends.reduce(0) { $0 + (figures.reached[$1] ?? 0) }
    }

    private static let ends: [SendStatus] = [.delivered, .bounced, .aborted]

    /// The share of a status, from 0 to 1.
    func share(of status: SendStatus) -> Double {
        total > 0 ? Double(figures.reached[status] ?? 0) / Double(total) : 0
    }

    /// How many times as large the share of bounces is in the last minutes as before, such as `6.1`, when it is at
    /// least twice as large.
    var bounceRise: String? {
        let bounced = figures.perMinute[.bounced] ?? []
        let all = EndShares.ends.compactMap { figures.perMinute[$0] }
        let recentBounced = bounced.suffix(EndShares.recentMinutes).reduce(0, +)
        let earlierBounced = bounced.dropLast(EndShares.recentMinutes).reduce(0, +)
        let recent = all.reduce(0) { $0 + $1.suffix(EndShares.recentMinutes).reduce(0, +) }
        let earlier = all.reduce(0) { $0 + $1.dropLast(EndShares.recentMinutes).reduce(0, +) }
        guard recentBounced >= EndShares.fewBounces, earlierBounced > 0, earlier > 0, recent > 0 else { return nil }
        let rise = Double(recentBounced) / Double(recent) / (Double(earlierBounced) / Double(earlier))
        return rise >= 2 && rise < 10_000 ? Painter.rate(rise) : nil
    }
}
