import SendtopCore

/// How long each step took, and how the sends of a span ended, as lines.
struct StepText {
    /// Columns from which names are said in full.
    private static let wide = 70

    private let figures: Figures
    private let width: Int
    private let glyphs: Glyphs

    init(_ figures: Figures, width: Int, glyphs: Glyphs) {
        self.figures = figures
        self.width = width
        self.glyphs = glyphs
    }

    var lines: [[Run]] {
        [heading] + steps + [promise, ended]
    }

    private var isWide: Bool {
        width >= StepText.wide
    }

    private var nameWidth: Int {
        isWide ? 24 : 13
    }

    private var heading: [Run] {
        let titles = (isWide ? ["sends"] : []) + ["p50", "p95", "p99", "longest"]
        let name = " step".padded(to: nameWidth + 1)
        return [Run(name + cells(titles), Style(.title))]
    }

    private var steps: [[Run]] {
        let steps: [(name: String, short: String, SendStatus, Percentiles?)] = [
            ("received to sent", "to sent", .sent, figures.sentLatency),
            ("sent to processed", "to processed", .processed, figures.processedLatency),
            ("processed to delivered", "to delivered", .delivered, figures.deliveredLatency),
        ]
        return steps.map { name, short, status, latency in
            let label = Run(" \(isWide ? name : short)".padded(to: nameWidth + 1), status.role)
            guard let latency else { return [label, Run(cells([glyphs.none]), .dim)] }
            let count = isWide ? [latency.count.grouped] : []
            let spans = [latency.p50, latency.p95, latency.p99, latency.longest].map(Milliseconds.short)
            return [label, Run(cells(count + spans))]
        }
    }

    /// Numbers below each other, each at the right end of its column; the first one is a count where names are long.
    private func cells(_ texts: [String]) -> String {
        texts.enumerated().map { index, text in
            let room = isWide ? (index == 0 ? 11 : 9) : index == 3 ? 8 : 6
            return String(repeating: " ", count: max(1, room - text.count)) + text
        }.joined()
    }

    private var promise: [Run] {
        let name = Run(" \(isWide ? "sent within a minute" : "sent<60s")".padded(to: nameWidth + 1), .sent)
        guard let share = figures.sentWithinMinute, let count = figures.sentLatency?.count else {
            return [name, Run(cells([glyphs.none]), .dim)]
        }
        let detail = isWide ? "  of \(count.grouped), as the service promises" : " of \(count.compact)"
        return [name, Run(cells([share.percent])), Run(detail, .dim)]
    }

    private var ended: [Run] {
        let shares = EndShares(figures)
        let name = Run(" ended".padded(to: nameWidth + 1))
        guard shares.total > 0 else { return [name, Run(cells([glyphs.none]), .dim)] }
        guard isWide else {
            return [
                name, Run(cells([shares.share(of: .delivered).percent]), .delivered),
                Run(" of \(shares.total.compact) delivered", .dim),
            ]
        }
        var runs = [name, Run(cells([shares.total.grouped]))]
        // Without the sum there is room for all three shares.
        if width < 90 { runs = [name] }
        for status in [SendStatus.delivered, .bounced, .aborted] {
            runs += [Run("  \(status.rawValue) ", .dim), Run(shares.share(of: status).percent, status.role)]
        }
        if figures.duplicates > 0, width >= 100 {
            runs += [Run("  duplicates ", .dim), Run(figures.duplicates.grouped)]
        }
        return runs
    }
}
