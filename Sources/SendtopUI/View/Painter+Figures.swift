import SendtopCore

extension Painter {
    /// The third line: what became of the span's sends.
    mutating func paintFigures() {
        guard let area = layout.figures else { return }
        let figures = state.header.figures
        let ended = EndShares(figures)
        var left = [Segment(span, .dim, priority: 0, gap: 1)]
        if figures.minutes > 0 {
            let day = figures.start.day == now.day ? "" : "\(figures.start.day.suffix(5)) "
            left.append(Segment("from \(day)\(figures.start.clock.prefix(5))Z", .dim, priority: 9, gap: 1))
        }
        if let share = figures.sentWithinMinute {
            left.append(Segment([Run("sent<60s ", .dim), Run(share.percent)], priority: 3))
        }
        guard ended.total > 0 else {
            left.append(Segment("no send came to its end", .dim, priority: 1))
            write(left: left, right: [], in: area)
            return
        }
        for (status, priority) in [(SendStatus.delivered, 2), (.bounced, 1), (.aborted, 1)] {
            var runs = [Run("\(status.rawValue) ", .dim), Run(ended.share(of: status).percent, status.role)]
            if status == .bounced, let rise = ended.bounceRise {
                runs.append(Run(" \(glyphs.up)\(rise)\(glyphs.times)", .warning))
            }
            left.append(Segment(runs, priority: priority, gap: 3))
        }
        let right = [
            Segment(
                [Run("of "), Run(ended.total.grouped), Run(ended.total == 1 ? " end" : " ends")].dimmed,
                priority: 4
            )
        ]
        write(left: left, right: right, in: area)
    }

    /// The span of the figures; a filter does not choose among what they count.
    private var span: String {
        let reading = state.header.figures.isWhole ? "" : glyphs.ellipsis
        return state.header.spanLabel(state.span) + (state.header.filter == .all ? "" : ", all sends") + reading
    }

    /// The lines below: sends by time, one line a status.
    mutating func paintCharts() {
        guard let area = layout.charts else { return }
        for (offset, status) in [SendStatus.delivered, .bounced].enumerated() {
            paintChart(status, in: area.line(offset))
        }
    }

    private mutating func paintChart(_ status: SendStatus, in area: Rect) {
        let figures = state.header.figures
        frame.write([Run(" \(status.rawValue)", status.role)], in: area)
        let bars = ChartBars(figures, columns: area.columns)
        guard let scale = bars.scale else { return }
        let perMinute = figures.perMinute[status] ?? []
        var runs: [Run] = []
        for level in Bars.levels(of: scale.rates(perMinute)) {
            let bar = glyphs.bars[at: level] ?? " "
            runs.append(Run(String(repeating: bar, count: scale.barWidth), level == 0 ? .border : status.role))
        }
        let minutes = Int(scale.last - scale.first + 1)
        let detail =
            minutes == figures.minutes
            ? "peak \((perMinute.max() ?? 0).grouped)/min" : "in \(ChartSpan.label(minutes: minutes))"
        let sum = figures.reached[status] ?? 0
        let text = bars.hasDetail ? [Run("  \(sum.grouped)"), Run("  \(detail)", .dim)] : [Run(" \(sum.compact)")]
        let chart = area.inset(columns: ChartBars.labelWidth)
        let used = frame.write(runs, in: chart)
        frame.write(text, in: chart.inset(columns: used))
    }
}

extension [Run] {
    /// The same text with less weight.
    fileprivate var dimmed: [Run] {
        map { Run($0.text, .dim) }
    }
}
