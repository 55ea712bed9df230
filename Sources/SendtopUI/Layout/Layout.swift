/// Which part of the screen belongs to what.
///
/// On smaller screens things give way in this order: reasons, timeline, charts, figures, hints. Status line, filter
/// line and table remain. No size is refused.
struct Layout: Sendable, Hashable {
    /// Rows from which a part is there.
    private enum Needs {
        static let hint = 12
        static let intake = 14
        static let figures = 17
        static let charts = 21
        static let panes = 24
        /// Columns from which timeline and reasons stand side by side.
        static let bothPanes = 110
    }

    /// A list of themes with fewer rows is better a screen of its own.
    private static let leastPickerRows = 9

    /// More rows than this are better used by the table.
    private static let mostPaneRows = 14

    var status: Rect
    var intake: Rect?
    var figures: Rect?
    /// Two rows, one a chart.
    var charts: Rect?
    var filter: Rect
    var tableHead: Rect
    var table: Rect
    /// With its title in the first row; so are the others.
    var timeline: Rect?
    var reasons: Rect?
    /// What a layer on top covers: all but the status line and the hints.
    var layer: Rect
    var hint: Rect?

    /// - Parameters:
    ///   - size: the screen's.
    ///   - panes: the panes that are wanted below the table, the most wanted one first.
    init(size: Size, panes: [Pane]) {
        let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        func row(_ row: Int, rows: Int = 1) -> Rect {
            Rect(row: row, columns: size.columns, rows: min(rows, max(0, size.rows - row)))
        }
        var next = 0
        func take(_ rows: Int = 1) -> Rect {
            defer { next += rows }
            return row(next, rows: rows)
        }
        status = take()
        intake = size.rows >= Needs.intake ? take() : nil
        figures = size.rows >= Needs.figures ? take() : nil
        charts = size.rows >= Needs.charts ? take(2) : nil
        filter = take()
        tableHead = take()
        hint = size.rows >= Needs.hint ? row(size.rows - 1) : nil
        let end = size.rows - (hint == nil ? 0 : 1)
        layer = row(1, rows: max(0, end - 1))

        let hasPanes = size.rows >= Needs.panes && !panes.isEmpty
        let paneRows = hasPanes ? max(6, min(Layout.mostPaneRows, (end - next) / 3)) : 0
        table = row(next, rows: max(0, end - next - paneRows))
        guard hasPanes else { return }
        let below = row(end - paneRows, rows: paneRows)
        guard panes.count > 1, size.columns >= Needs.bothPanes else {
            place(panes.first, in: below)
            return
        }
        // One column between them is a line.
        let left = (size.columns - 1) / 2
        timeline = Rect(row: below.row, column: 0, columns: left, rows: paneRows)
        reasons = Rect(row: below.row, column: left + 1, columns: size.columns - left - 1, rows: paneRows)
    }

    /// What the themes are chosen in: the lower half where there is room for the table above it.
    var themes: Rect {
        let rows = layer.rows / 2
        guard rows >= Layout.leastPickerRows else { return layer }
        return Rect(row: layer.row + layer.rows - rows, columns: layer.columns, rows: rows)
    }

    /// Whether a layer leaves the table to be seen.
    func showsTableUnder(_ layer: Layer) -> Bool {
        layer == .themes && themes != self.layer
    }

    /// Whether the screen has room for panes below the table.
    static func hasRoomForPanes(_ size: Size) -> Bool {
        size.rows >= Needs.panes
    }

    private mutating func place(_ pane: Pane?, in area: Rect) {
        switch pane {
        case .timeline: timeline = area
        case .reasons: reasons = area
        case .table, nil: break
        }
    }
}

/// What the keyboard can be in, apart from layers and texts.
enum Pane: Sendable, Hashable {
    case table
    case timeline
    case reasons
}
