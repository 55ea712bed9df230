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
            let style = Style(.text)
            frame.cursor = write(line.field, in: field, style: style, marks: line.mistakes.map(\.range))
        } else if line.field.isEmpty {
            frame.write([Run("all sends", .dim)], in: field)
        } else {
            frame.write([Run(line.field.text)], in: field)
        }
        guard hasCount else { return }
        frame.write([count], in: Rect(row: area.row, columns: area.columns - 1), align: .trailing)
    }

    /// Columns from which the status line always says how many sends there are.
    private static let roomForTotal = 100

    private var countRun: Run {
        let area = layout.filter
        let header = state.header
        guard state.page != nil else { return Run("", .dim) }
        guard header.filter == state.filterLine.filter else { return Run("counting\(glyphs.ellipsis)", .dim) }
        let order = state.pageOrder.key
        let by = order == .arrival ? "" : Column.allCases.first { $0.orderKey == order }.map { " by \($0.title)" } ?? ""
        guard header.filter != .all else {
            // The status line says how many there are, where it has the room.
            let total = area.columns < Painter.roomForTotal ? "\(header.total.grouped) sends" : ""
            return Run(String((total + by).drop { $0 == " " }), .dim)
        }
        let role: Role = header.matching == 0 && header.isCounted ? .warning : .text
        let more = header.isCounted ? "" : "+"
        return Run("\(header.matching.grouped)\(more) of \(header.total.grouped)\(by)", role)
    }

    /// Writes a text that is being typed, scrolled so that its cursor is in view, and says where the cursor is.
    ///
    /// - Parameter marks: characters that are wrong; an empty range is the place where something is missing.
    mutating func write(_ field: TextField, in area: Rect, style: Style, marks: [Range<Int>] = []) -> Position? {
        let place = field.place
        let lines = field.lines
        guard area.columns > 0, area.rows > 0 else { return nil }
        let first = max(0, min(place.line - area.rows / 2, lines.count - area.rows))
        for row in 0..<area.rows {
            guard let text = lines[at: first + row] else { break }
            let scroll = first + row == place.line ? columnsBefore(place.before, in: area) : 0
            write(text, from: scroll, in: area.line(row), style: style)
            mark(marks, in: text, from: scroll, area.line(row))
        }
        let column = place.before.columns(in: glyphs.repertoire) - columnsBefore(place.before, in: area)
        return Position(row: area.row + place.line - first, column: area.column + column)
    }

    /// Gives the characters that are wrong another look, of which colour is only a part.
    private mutating func mark(_ ranges: [Range<Int>], in text: String, from scroll: Int, _ area: Rect) {
        let characters = Array(text)
        func columns(upTo count: Int) -> Int {
            String(characters.prefix(count)).columns(in: glyphs.repertoire) - scroll
        }
        for range in ranges {
            let first = columns(upTo: range.lowerBound)
            let last = max(first + 1, columns(upTo: range.upperBound))
            for column in max(0, first)..<max(0, first, min(last, area.columns)) {
                frame[area.row, area.column + column].style = Style(.error, bold: true, reversed: true)
            }
        }
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
