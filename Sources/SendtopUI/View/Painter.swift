import SendtopCore

/// Draws a state into a frame, part by part.
struct Painter {
    private static let mostNoticeRows = 3

    let state: MonitorState
    let layout: Layout
    let theme: Theme?
    let now: Timestamp
    var frame: Frame

    init(state: MonitorState, size: Size, theme: Theme?, now: Timestamp) {
        var state = state
        state.size = size
        state.endPeek(at: now)
        self.state = state
        self.theme = theme
        self.now = now
        layout = state.layout
        frame = Frame(size: size, glyphs: state.settings.glyphs)
    }

    var glyphs: Glyphs {
        state.settings.glyphs
    }

    /// The name of the key to press for an action.
    func label(_ id: Action.ID) -> String {
        state.settings.keymap.label(of: id, glyphs)
    }

    mutating func paint() {
        paintStatus()
        if let layer = state.layers.last, !layout.showsTableUnder(layer) {
            paint(layer)
        } else {
            paintIntake()
            paintFigures()
            paintCharts()
            paintFilter()
            paintTable()
            paintPanes()
            if let layer = state.layers.last { paint(layer) }
        }
        paintFormats()
        paintPalette()
        paintLastLine()
    }

    private mutating func paint(_ layer: Layer) {
        switch layer {
        case .timeline: paintTimeline(in: layout.layer, isActive: true)
        case .reasons: paintReasons(in: layout.layer, isActive: true)
        case .compose: paintForm()
        case .drafts: paintDrafts()
        case .message, .raw, .codePoints, .explanation, .request, .charts: paintText(layer)
        case .columns: paintColumns()
        case .themes: paintThemes()
        case .help: paintHelp()
        }
    }

    private mutating func paintPanes() {
        if let area = layout.timeline { paintTimeline(in: area, isActive: state.activePane == .timeline) }
        if let area = layout.reasons { paintReasons(in: area, isActive: state.activePane == .reasons) }
        guard let left = layout.timeline, layout.reasons != nil, left.columns < frame.size.columns else { return }
        let style = Style(.border)
        for row in left.row..<(left.row + left.rows) {
            let glyph = row == left.row ? glyphs.tee : glyphs.vertical
            frame[row, left.column + left.columns] = Cell(text: glyph, style: style)
        }
    }

    /// A pane's first row: a line with the title in it, and what there is to say at its right end.
    mutating func paintTitle(_ title: String, trailing: String = "", in area: Rect, isActive: Bool) {
        frame.rule(glyphs.horizontal, in: area.line(0), style: Style(.border))
        let room = max(0, area.columns - 4)
        let style = isActive ? Style(.focus, bold: true) : Style(.title)
        let mark = isActive ? glyphs.marker : " "
        let place = Position(row: area.row, column: area.column + 2)
        let used = frame.write([Run(mark, style), Run(title + " ", style)], at: place, width: room)
        guard !trailing.isEmpty, used + trailing.columns() + 4 <= room else { return }
        frame.write([Run(" \(trailing) ", .dim)], at: place, width: room, align: .trailing)
    }

    /// Hints, or what there is to say instead; without a line of its own, over the filter line.
    private mutating func paintLastLine() {
        let area = (layout.hint ?? layout.filter).inset(columns: 1)
        if let notice = state.notice {
            paint(notice, in: area)
        } else if let problem = state.problem {
            clear(area)
            frame.write([Run("ledger: \(problem)", .error)], in: area)
        } else if let mistake {
            // Without a line of its own it stands where the columns' names would be, so that the filter is seen.
            let area = layout.hint == nil ? layout.tableHead.inset(columns: 1) : area
            clear(area)
            frame.write([Run(mistake, .error)], in: area)
        } else if layout.hint != nil {
            paintHints(in: area)
        }
    }

    /// A notice that is longer than the line covers more of them, so that a path is whole: those above, and from the
    /// filter line on those below.
    private mutating func paint(_ notice: MonitorState.Notice, in line: Rect) {
        let all = TextWrap.lines(notice.text, width: line.columns, repertoire: glyphs.repertoire)
        let rows = max(1, min(all.count, Painter.mostNoticeRows))
        let first = layout.hint == nil ? line.row : line.row - rows + 1
        let area = Rect(row: max(0, first), column: line.column, columns: line.columns, rows: rows)
        clear(Rect(row: area.row, columns: frame.size.columns, rows: rows))
        for (offset, text) in all.prefix(rows).enumerated() {
            let isCut = offset == rows - 1 && all.count > rows
            let runs = text.map { Run($0.text, Style($0.isSubstitute ? .substitute : notice.role)) }
            frame.write(runs + (isCut ? [Run(glyphs.ellipsis, notice.role)] : []), in: area.line(offset))
        }
    }

    /// Whether the last line is left to the hints.
    var showsHints: Bool {
        state.notice == nil && state.problem == nil && mistake == nil && layout.hint != nil
    }

    /// What is wrong with the filter that is being typed.
    private var mistake: String? {
        guard state.filterLine.isEditing, let first = state.filterLine.mistakes.first else { return nil }
        return "column \(first.range.lowerBound + 1): \(first)"
    }

    mutating func clear(_ area: Rect) {
        for row in 0..<area.rows { frame.rule(" ", in: area.line(row), style: Style(.text)) }
    }
}
