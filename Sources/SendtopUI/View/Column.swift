import SendtopCore

/// A column of the table.
enum Column: Sendable, Hashable, CaseIterable {
    case time, status, latency, dispatch, campaign, externalID, recipient, code, reason

    /// The most needed first: as the screen narrows, the last ones give way.
    private static let byNeed: [Column] = [
        .status, .time, .reason, .latency, .campaign, .dispatch, .recipient, .externalID, .code,
    ]

    /// Columns in which most reasons say what they mean.
    private static let readableReason = 36
    /// Below this width the time has no milliseconds.
    static let narrow = 60

    var title: String {
        switch self {
        case .time: "TIME"
        case .status: "STATUS"
        case .latency: "LAT"
        case .dispatch: "DISPATCH"
        case .campaign: "CAMPAIGN"
        case .externalID: "EXTERNAL ID"
        case .recipient: "TO"
        case .code: "CODE"
        case .reason: "REASON"
        }
    }

    /// Columns that it takes at least, and at most where there is plenty of room.
    private func widths(isNarrow: Bool) -> ClosedRange<Int> {
        switch self {
        case .time: isNarrow ? 8...8 : 12...12
        case .status: 11...11
        case .latency: 6...6
        case .dispatch: 8...8
        case .campaign: 18...24
        case .externalID: 12...20
        case .recipient: 10...20
        case .code: 6...7
        case .reason: isNarrow ? 8...56 : 16...56
        }
    }

    /// Blanks between columns.
    static func gap(_ width: Int) -> Int {
        width < 130 ? 1 : 2
    }

    /// The columns that fit into a width, in the order of the screen, each with its own width.
    static func fitting(_ width: Int) -> [(column: Column, width: Int)] {
        let isNarrow = width < narrow
        let gap = gap(width)
        var chosen: Set<Column> = []
        var used = -gap
        for column in byNeed {
            let needed = column.widths(isNarrow: isNarrow).lowerBound + gap
            guard used + needed <= width else { break }
            chosen.insert(column)
            used += needed
        }
        var widths = Dictionary(uniqueKeysWithValues: chosen.map { ($0, $0.widths(isNarrow: isNarrow).lowerBound) })
        // What is left goes to the reason until it can be read, then to all texts in turn, then to the reason alone.
        var left = max(0, width - used)
        if let reason = widths[.reason] {
            let growth = min(left, max(0, readableReason - reason))
            widths[.reason] = reason + growth
            left -= growth
        }
        let growing = [Column.reason, .campaign, .externalID, .recipient, .code].filter(chosen.contains)
        var hasGrown = true
        while left > 0, hasGrown {
            hasGrown = false
            for column in growing where left > 0 {
                guard let width = widths[column], width < column.widths(isNarrow: isNarrow).upperBound else { continue }
                widths[column] = width + 1
                left -= 1
                hasGrown = true
            }
        }
        if let reason = widths[.reason] { widths[.reason] = reason + left }
        return allCases.compactMap { column in widths[column].map { (column, $0) } }
    }
}
