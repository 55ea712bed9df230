import SendtopCore

extension Painter {
    /// The list of themes, and beside it the roles as the chosen one colours them.
    mutating func paintThemes() {
        let area = layout.themes
        clear(area)
        let count = state.themes.count == 1 ? "1 theme" : "\(state.themes.count) themes"
        paintTitle("themes", trailing: count, in: area, isActive: true)
        let body = area.inset(rows: 1)
        let longest = state.themes.map { $0.columns(in: glyphs.repertoire) }.max() ?? 0
        let listWidth = min(longest + 4, body.columns / 2)
        for row in 0..<body.rows {
            guard let name = state.themes[at: state.firstTheme(rows: body.rows) + row] else { break }
            let line = Rect(row: body.row + row, column: body.column, columns: listWidth)
            let isShown = name == state.theme
            if isShown { frame.write([Run(glyphs.marker, .focus)], in: line) }
            if name == state.themeBefore { frame.write([Run(glyphs.mark, .key)], in: line.inset(columns: 1)) }
            frame.write([Run(name, isShown ? .focus : .text)], in: line.inset(columns: 2))
        }
        paintSample(in: body.inset(columns: listWidth + 1))
    }

    /// Every status with its shape, and a word of every other role, as many as there is room for.
    private mutating func paintSample(in area: Rect) {
        let statuses = SendStatus.known.map { Run("\($0.shape(glyphs)) \($0.rawValue)", $0.role) }
        let others = Role.allCases.filter { role in !SendStatus.known.contains { $0.role == role } }
        let words = others.map { Run($0.rawValue, $0) }
        var place = Position(row: area.row, column: area.column)
        for run in statuses + words {
            let width = run.width(in: glyphs.repertoire)
            if place.column > area.column, place.column + width > area.column + area.columns {
                place = Position(row: place.row + 1, column: area.column)
            }
            guard place.row < area.row + area.rows else { return }
            frame.write([run], at: place, width: min(width, area.columns))
            place.column += width + 2
        }
    }
}

extension MonitorState {
    /// The first theme of the list in view.
    func firstTheme(rows: Int) -> Int {
        max(0, min(themeIndex - rows / 2, themes.count - rows))
    }
}

extension SendStatus {
    /// The statuses that have a name of ours, and one that has not, in the order of a send's life.
    fileprivate static let known: [SendStatus] = [
        .delivered, .bounced, .aborted, .processed, .sent, .accepted, .rejected, .failed, .taken,
        SendStatus(rawValue: "another"),
    ]
}
