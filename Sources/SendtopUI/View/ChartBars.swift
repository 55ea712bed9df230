import SendtopCore

/// The bars of a chart of an hour by minute: which minutes there is room for, and how wide each is.
struct ChartBars {
    /// Columns before the first bar.
    static let labelWidth = 11

    /// The minutes that hold anything, the last one now.
    let values: [Int]
    /// Those of them that there is room for.
    let shown: [Int]
    /// Columns of a bar.
    let width: Int
    let isWholeHour: Bool
    /// Whether the sum and the peak have room beside the bars.
    let hasDetail: Bool

    init(_ figures: Figures, status: SendStatus, columns: Int) {
        let hour = figures.perMinute[status] ?? []
        values = hour.suffix(Bars.minutes(of: Array(figures.perMinute.values)))
        isWholeHour = values.count == hour.count
        // The whole hour comes first; then the sum, and its peak.
        let free = columns - ChartBars.labelWidth - hour.count
        hasDetail = free >= 28
        let room = columns - ChartBars.labelWidth - (hasDetail ? 28 : free >= 8 ? 8 : 0)
        shown = Array(values.suffix(max(0, room)))
        width = max(1, shown.isEmpty ? 1 : room / shown.count)
    }

    /// How many minutes ago the bar in a column of the chart began; `nil` where there is none.
    func minutesAgo(column: Int) -> Int? {
        guard column >= ChartBars.labelWidth else { return nil }
        let index = (column - ChartBars.labelWidth) / width
        return index < shown.count ? shown.count - 1 - index : nil
    }
}
