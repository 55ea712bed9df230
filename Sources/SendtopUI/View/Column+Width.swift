extension Column {
    /// The most needed first: as the screen narrows, the last ones give way. What somebody chose beyond the standard
    /// goes before all of it but status and time.
    private static func byNeed(_ wanted: [Column]) -> [Column] {
        let standard: [Column] = [
            .status, .time, .reason, .latency, .campaign, .dispatch, .recipient, .externalID, .code,
        ]
        let order = standard.prefix(2) + wanted.filter { !standard.contains($0) } + standard.dropFirst(2)
        return order.filter(wanted.contains)
    }

    /// Columns in which most reasons say what they mean.
    private static let readableReason = 36
    /// Below this width the time has no milliseconds.
    static let narrow = 60

    /// Columns that it takes at least, and at most where there is plenty of room.
    private func widths(isNarrow: Bool) -> ClosedRange<Int> {
        switch self {
        case .time: isNarrow ? 8...8 : 12...12
        case .lastSeen: isNarrow ? 9...9 : 12...12
        case .status, .bounceClass: 11...11
        case .latency: 6...6
        case .dispatch: 8...8
        case .campaign: 18...24
        case .externalID: 12...20
        case .recipient: 10...20
        case .code: 6...7
        case .reason: isNarrow ? 8...56 : 16...56
        case .duplicates: 4...4
        case .receivedToSent, .sentToProcessed: 9...9
        case .processedToDelivered: 10...10
        case .requestID: 12...24
        }
    }

    /// Blanks between columns.
    static func gap(_ width: Int) -> Int {
        width < 130 ? 1 : 2
    }

    /// The columns that fit into a width, in the order of the screen, each with its own width.
    ///
    /// - Parameter wanted: the columns to choose from, in the order of the screen.
    static func fitting(_ width: Int, wanted: [Column] = standard) -> [(column: Column, width: Int)] {
        let isNarrow = width < narrow
        let gap = gap(width)
        var chosen: Set<Column> = []
        var used = -gap
        for column in byNeed(wanted) {
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
        let growing = [Column.reason, .campaign, .externalID, .recipient, .requestID, .code].filter(chosen.contains)
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
        return wanted.compactMap { column in widths[column].map { (column, $0) } }
    }
}
