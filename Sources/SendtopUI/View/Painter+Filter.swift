import SendtopCore

extension Painter {
    /// The filter, and how many sends pass it.
    mutating func paintFilter() {
        let area = layout.filter
        let line = state.filterLine
        let count = countRun
        let countWidth = count.width(in: glyphs.repertoire)
        let style = line.isEditing ? Style(.focus, bold: true) : Style(.key)
        frame.write([Run(" / ", style)], in: area)
        let hasCount = area.columns >= countWidth + 12
        let field = Rect(row: area.row, column: 3, columns: area.columns - 4 - (hasCount ? countWidth + 1 : 0))
        if line.isEditing {
            frame.cursor = write(line.field, in: field, style: Style(.text))
        } else if line.field.isEmpty {
            frame.write([Run("all sends", .dim)], in: field)
        } else {
            frame.write([Run(line.field.text)], in: field)
        }
        guard hasCount else { return }
        frame.write([count], in: Rect(row: area.row, columns: area.columns - 1), align: .trailing)
    }

    private var countRun: Run {
        let header = state.header
        guard state.page != nil else { return Run("", .dim) }
        guard header.filter == state.filterLine.filter else { return Run("counting\(glyphs.ellipsis)", .dim) }
        guard header.filter != .all else { return Run("\(header.total.grouped) sends", .dim) }
        let role: Role = header.matching == 0 ? .warning : .text
        return Run("\(header.matching.grouped) of \(header.total.grouped)", role)
    }

    /// Writes a text that is being typed, scrolled so that its cursor is in view, and says where the cursor is.
    mutating func write(_ field: TextField, in area: Rect, style: Style) -> Position? {
        let place = field.place
        let lines = field.lines
        guard area.columns > 0, area.rows > 0 else { return nil }
        let first = max(0, min(place.line - area.rows / 2, lines.count - area.rows))
        for row in 0..<area.rows {
            guard let text = lines[at: first + row] else { break }
            let scroll = first + row == place.line ? columnsBefore(place.before, in: area) : 0
            write(text, from: scroll, in: area.line(row), style: style)
        }
        let column = place.before.columns(in: glyphs.repertoire) - columnsBefore(place.before, in: area)
        return Position(row: area.row + place.line - first, column: area.column + column)
    }

    /// Columns that are scrolled out at the left, so that the cursor behind `text` is in view.
    private func columnsBefore(_ text: String, in area: Rect) -> Int {
        let columns = text.columns(in: glyphs.repertoire)
        // In steps of half the room, so that typing at the end moves the text only now and then.
        let step = max(1, area.columns / 2)
        guard columns >= area.columns else { return 0 }
        return ((columns - area.columns) / step + 1) * step
    }

    private mutating func write(_ text: String, from scroll: Int, in area: Rect, style: Style) {
        guard scroll > 0 else {
            frame.write([Run(text, style)], in: area)
            return
        }
        var skipped = 0
        let limit = scroll + area.columns + 2
        let rest = TextGate.clusters(text, limit: limit, repertoire: glyphs.repertoire).drop { cluster in
            guard skipped < scroll else { return false }
            skipped += cluster.width
            return true
        }
        frame.write([Run(glyphs.ellipsis, .dim)], in: area)
        let room = area.inset(columns: skipped - scroll + (rest.first?.width ?? 0))
        let shown = rest.dropFirst().map { StyledCluster(cluster: $0, style: style) }
        frame.put(frame.fitted(shown, to: room.columns), row: room.row, column: room.column)
    }
}
