import SendtopCore

extension MonitorState {
    /// Rows that a turn of the wheel scrolls.
    private static let wheelStep = 3
    /// What no click does: a hint is too easily hit for what leaves the screen, or takes a digit.
    private static let neverClicked: Set<Action.ID> = [.confirm, .confirmWord, .takeFormat, .saveViewAs, .view]

    /// Takes a press of a mouse button or a turn of the wheel in.
    mutating func point(_ mouse: Mouse) -> [Effect] {
        switch mouse.button {
        case .left: click(mouse.position)
        case .wheelUp: turnWheel(at: mouse.position, by: -1)
        case .wheelDown: turnWheel(at: mouse.position, by: 1)
        case .middle, .right: []
        }
    }

    private mutating func click(_ place: Position) -> [Effect] {
        let painter = Painter(state: self, size: size, theme: nil, now: now)
        if let hint = painter.hint(at: place) {
            let key = settings.keymap.keys(of: hint.id).first
            return MonitorState.neverClicked.contains(hint.id) ? [] : key.map { press($0) } ?? []
        }
        notice = nil
        guard !isSavingView, palette == nil, chosenFormat == nil else { return [] }
        if filterLine.isEditing {
            let effects = keepFilter()
            return filterLine.isEditing ? effects : effects + clickTable(place, painter)
        }
        switch layers.last {
        case nil: return clickTable(place, painter)
        case .themes:
            let area = layout.themes.inset(rows: 1)
            guard area.contains(place) else { return [] }
            let index = firstTheme(rows: area.rows) + place.row - area.row
            return themes.indices.contains(index) ? showTheme(index) : []
        case .reasons:
            clickReason(place, in: layout.layer)
            return []
        default: return []
        }
    }

    /// A click while nothing is on top.
    private mutating func clickTable(_ place: Position, _ painter: Painter) -> [Effect] {
        if layout.filter.contains(place) { return beginFilter() }
        if layout.tableHead.contains(place), !rows.isEmpty {
            return painter.tableColumn(at: place.column).map { orderBy($0) } ?? []
        }
        if layout.table.contains(place) {
            focus = .table
            return choose(offset: place.row - layout.table.row)
        }
        if let charts = layout.charts, charts.contains(place) { return clickChart(place, in: charts) }
        if layout.timeline?.contains(place) == true {
            focus = .timeline
            return load()
        }
        if let area = layout.reasons, area.contains(place) {
            clickReason(place, in: area)
            focus = .reasons
            return load()
        }
        return []
    }

    /// Shows the sends of a chart's status since the minute of the bar.
    private mutating func clickChart(_ place: Position, in charts: Rect) -> [Effect] {
        let charted: [SendStatus] = [.delivered, .bounced]
        guard let status = charted[at: place.row - charts.row] else { return [] }
        let bars = ChartBars(header.figures, columns: charts.columns)
        guard let minute = bars.minute(column: place.column - charts.column) else { return [] }
        let moment = Timestamp(milliseconds: minute * 60_000)
        // A time of day is one of today.
        let isToday = moment.iso8601.prefix(10) == now.iso8601.prefix(10)
        let span = isToday ? "since:\(moment.clock.prefix(5))" : "age<\(now.minute - minute + 1)m"
        leave()
        focus = .table
        useFilter("status:\(status.rawValue) \(span)")
        return follow()
    }

    private mutating func clickReason(_ place: Position, in area: Rect) {
        let body = area.inset(rows: 1)
        let index = firstReason(rows: body.rows, isActive: layers.last == .reasons || activePane == .reasons)
        guard body.contains(place), let group = page?.reasons[at: index + place.row - body.row] else { return }
        reasonCursor = ReasonKey(group)
    }

    private mutating func turnWheel(at place: Position, by direction: Int) -> [Effect] {
        let action: Action.ID = direction < 0 ? .up : .down
        if chosenFormat != nil { return performInFormats(direction < 0 ? .formatUp : .formatDown) }
        switch layers.last {
        case .compose, .drafts: return []
        case .columns: return performInColumns(direction < 0 ? .columnUp : .columnDown)
        case .themes: return performInThemes(direction < 0 ? .themeUp : .themeDown)
        case .reasons: return moveReason(action)
        case nil: break
        default:
            for _ in 0..<MonitorState.wheelStep { _ = move(action) }
            return []
        }
        if let area = layout.timeline, area.contains(place) {
            for _ in 0..<MonitorState.wheelStep { scrollTimeline(action, in: area) }
            return []
        }
        if layout.reasons?.contains(place) == true {
            focus = .reasons
            return moveReason(action)
        }
        return scrollTable(by: direction * MonitorState.wheelStep)
    }

    /// The first of the groups of reasons in view, of a pane with so many rows.
    func firstReason(rows: Int, isActive: Bool) -> Int {
        let cursor = isActive ? reasonIndex : -1
        return max(0, min(cursor - rows + 1, (page?.reasons.count ?? 0) - rows))
    }
}

extension Painter {
    /// The action whose hint stands at a place.
    fileprivate func hint(at place: Position) -> Action? {
        guard showsHints, let line = layout.hint?.inset(columns: 1) else { return nil }
        return hints(in: line).first { $0.area.contains(place) }?.action
    }
}

extension Rect {
    /// Whether a cell belongs to the rectangle.
    func contains(_ place: Position) -> Bool {
        (row..<row + rows).contains(place.row) && (column..<column + columns).contains(place.column)
    }
}
