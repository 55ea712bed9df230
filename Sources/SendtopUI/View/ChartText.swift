import SendtopCore

/// Each status by time, and how long the steps took, as lines: as high as there is room for, and never cut short.
struct ChartText {
    /// Before the bars: shape and name of the status.
    private static let nameWidth = 13
    /// Behind the bars: the sum, and on wide screens the peak.
    private static let sumWidth = 7
    private static let peakWidth = 34
    /// Columns from which peaks stand behind the bars.
    private static let wide = 100
    /// A chart of more rows says no more.
    private static let mostRows = 10
    /// Statuses that have a chart even if no send reached them.
    private static let always: [SendStatus] = [.accepted, .sent, .processed, .delivered, .bounced, .aborted]

    private let state: MonitorState
    private let width: Int
    private let figures: Figures

    init(_ state: MonitorState, width: Int) {
        self.state = state
        self.width = width
        figures = state.header.figures
    }

    /// How minutes and columns go together.
    var scale: ChartScale {
        let behind = width >= ChartText.wide ? ChartText.peakWidth : ChartText.sumWidth
        return ChartScale(figures, columns: max(1, width - ChartText.nameWidth - behind))
    }

    var lines: [[Run]] {
        let below = StepText(figures, width: width, glyphs: glyphs).lines
        let statuses = statuses
        // The axis, a blank line, and what stands below; the charts share the rest.
        let room = state.layout.layer.rows - 1 - below.count - 2
        let rows = max(1, min(ChartText.mostRows, room / statuses.count))
        let charts = statuses.flatMap { chart(of: $0, rows: rows) }
        let axis = Run(String(repeating: " ", count: ChartText.nameWidth) + scale.axis(glyphs), .dim)
        return charts + [[axis], []] + below
    }

    private var glyphs: Glyphs {
        state.settings.glyphs
    }

    private var statuses: [SendStatus] {
        let others = figures.reached.keys.filter { !ChartText.always.contains($0) }
        return ChartText.always + others.sorted { $0.rawValue < $1.rawValue }
    }

    /// The bars of a status, with a blank line below when they are high.
    private func chart(of status: SendStatus, rows: Int) -> [[Run]] {
        let scale = scale
        let perMinute = figures.perMinute[status] ?? []
        let height = max(1, rows - 1)
        let isWide = width >= ChartText.wide
        let fills = Bars.fills(scale.rates(perMinute), rows: height)
        var lines = fills.enumerated().map { row, fills in
            var line = [Run("".padded(to: ChartText.nameWidth))]
            if row == 0 {
                line = [Run(" \(status.shape(glyphs)) \(status.rawValue)".padded(to: ChartText.nameWidth), status.role)]
            }
            if row == 1, !isWide { line = [Run(peak(perMinute, isWide: false).padded(to: ChartText.nameWidth), .dim)] }
            line += bars(fills, status, isLowest: row == height - 1)
            guard row == 0 else { return line }
            let sum = figures.reached[status] ?? 0
            line.append(Run(isWide ? "  \(sum.grouped)" : " \(sum.compact)"))
            if isWide, sum > 0 { line.append(Run("  \(peak(perMinute, isWide: true))", .dim)) }
            return line
        }
        guard rows > 1 else { return lines }
        let isBelow = height == 1 && !isWide
        lines.append(isBelow ? [Run(peak(perMinute, isWide: false), .dim)] : [])
        return lines
    }

    /// One row of bars, in as few runs as there are changes of colour.
    private func bars(_ fills: [Int], _ status: SendStatus, isLowest: Bool) -> [Run] {
        var runs: [Run] = []
        for fill in fills {
            let isNothing = fill == 0 && isLowest
            let glyph = isNothing ? glyphs.bars.first : fill == 0 ? " " : glyphs.bars[at: fill - 1]
            let run = Run(
                String(repeating: glyph ?? " ", count: scale.barWidth),
                isNothing ? .border : status.role
            )
            if runs.last?.style == run.style {
                runs[runs.count - 1].text += run.text
            } else {
                runs.append(run)
            }
        }
        return runs
    }

    /// The most that came in a minute, and when that was first so.
    private func peak(_ perMinute: [Int], isWide: Bool) -> String {
        guard let most = perMinute.max(), most > 0, let index = perMinute.firstIndex(of: most) else { return "" }
        guard isWide else { return "   peak \(most.compact)" }
        let at = figures.start.adding(milliseconds: Int64(index) * 60_000)
        return "peak \(most.grouped)/min at \(at.clock.prefix(5))"
    }
}

extension Painter {
    /// What the charts cover, for the right end of their title.
    var chartsTrailing: String {
        guard state.header.figures.isWhole else { return "reading\(glyphs.ellipsis)" }
        guard state.header.figures.minutes > 0 else { return "" }
        return ChartText(state, width: layout.layer.columns).scale.title(now: now)
    }
}
