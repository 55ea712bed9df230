import SendtopCore

/// Where the bars of a chart on the main screen stand, between its status and its sum.
struct ChartBars {
    /// Columns before the first bar.
    static let labelWidth = 11
    /// Columns for the sum and the peak, and for the sum alone.
    private static let detailWidth = 28
    private static let sumWidth = 8

    /// Absent where there is no room.
    let scale: ChartScale?
    /// Whether the peak has room beside the sum.
    let hasDetail: Bool

    init(_ figures: Figures, columns: Int) {
        // An hour of minutes comes first; then the sum, and its peak.
        let free = columns - ChartBars.labelWidth
        hasDetail = free >= 60 + ChartBars.detailWidth
        let room = free - (hasDetail ? ChartBars.detailWidth : ChartBars.sumWidth)
        scale = figures.minutes > 0 && room > 0 ? ChartScale(figures, columns: room) : nil
    }

    /// The first minute of the bar in a column of the chart, since 1970; `nil` where there is none.
    func minute(column: Int) -> Int64? {
        guard let scale, column >= ChartBars.labelWidth else { return nil }
        let bar = (column - ChartBars.labelWidth) / scale.barWidth
        return bar < scale.bars ? scale.minute(ofBar: bar) : nil
    }
}
