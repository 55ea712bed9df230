import SendtopCore

/// How the minutes of a span are put into the columns of a chart.
///
/// Bars begin at round times of day, so that a bar keeps its minutes while time goes on.
struct ChartScale: Sendable, Hashable {
    /// The first and the last minute that are drawn, since 1970; what lies before holds nothing.
    let first: Int64
    let last: Int64
    /// Minutes that a bar stands for.
    let step: Int
    /// Columns of a bar.
    let barWidth: Int

    /// What a bar may stand for; all of them divide a day.
    private static let steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1_440]
    /// Columns of a time below the chart, with a blank.
    private static let tickWidth = 7

    /// - Parameter columns: how many the chart may have.
    init(_ figures: Figures, columns: Int) {
        let shown = Bars.minutes(of: Array(figures.perMinute.values))
        last = figures.start.minute + Int64(max(1, figures.minutes)) - 1
        first = last - Int64(max(1, shown == 0 ? figures.minutes : shown)) + 1
        let (first, last) = (first, last)
        let step = ChartScale.steps.first { ChartScale.bars(first, last, $0) <= columns } ?? 1_440
        self.step = step
        barWidth = max(1, columns / ChartScale.bars(first, last, step))
    }

    private static func bars(_ first: Int64, _ last: Int64, _ step: Int) -> Int {
        Int(last / Int64(step) - first / Int64(step)) + 1
    }

    var bars: Int {
        ChartScale.bars(first, last, step)
    }

    /// How many a minute, by bar; the first and the last bar may have fewer minutes than the others.
    func rates(_ perMinute: [Int]) -> [Double] {
        var sums = Array(repeating: 0, count: bars)
        var minutes = sums
        for (minute, count) in zip((first...last).reversed(), perMinute.reversed()) {
            let bar = bar(of: minute)
            sums[bar] += count
            minutes[bar] += 1
        }
        return zip(sums, minutes).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    }

    /// The first minute of a bar, since 1970.
    func minute(ofBar bar: Int) -> Int64 {
        max(first, (first / Int64(step) + Int64(bar)) * Int64(step))
    }

    private func bar(of minute: Int64) -> Int {
        Int(minute / Int64(step) - first / Int64(step))
    }

    /// The times of day below the bars, as many as there is room for.
    func axis(_ glyphs: Glyphs) -> String {
        let width = bars * barWidth
        guard let tick = ChartScale.steps.first(where: { $0 % step == 0 && $0 / step * barWidth >= Self.tickWidth })
        else { return "" }
        var text = ""
        let origin = (first + Int64(tick) - 1) / Int64(tick)
        for number in origin...max(origin, last / Int64(tick)) {
            let minute = number * Int64(tick)
            let column = bar(of: max(first, minute)) * barWidth
            let label = glyphs.vertical + ChartScale.clock(minute)
            guard minute <= last, column + label.count <= width else { break }
            text = text.padded(to: column) + label
        }
        return text
    }

    private static func clock(_ minute: Int64) -> String {
        String(Timestamp(milliseconds: minute * 60_000).clock.prefix(5))
    }

    /// What is drawn, such as `13:04 to 14:03Z, a bar is 1 min`.
    func title(now: Timestamp) -> String {
        let start = Timestamp(milliseconds: first * 60_000)
        let day = start.day == now.day ? "" : "\(start.day.suffix(5)) "
        return
            "\(day)\(ChartScale.clock(first)) to \(ChartScale.clock(last))Z, a bar is \(ChartSpan.label(minutes: step))"
    }
}
