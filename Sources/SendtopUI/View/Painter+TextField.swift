import SendtopCore

extension Painter {
    /// Writes a text that is being typed, scrolled so that its cursor is in view, and says where the cursor is.
    ///
    /// - Parameters:
    ///   - faults: characters that are wrong; an empty range is the place where something is missing.
    ///   - pairs: characters that belong together.
    mutating func write(
        _ field: TextField,
        in area: Rect,
        style: Style,
        faults: [Range<Int>] = [],
        pairs: [Int] = []
    ) -> Position? {
        guard area.columns > 0, area.rows > 0 else { return nil }
        let place = field.place
        let lines = field.lines
        let first = max(0, min(place.line - area.rows / 2, lines.count - area.rows))
        for row in 0..<area.rows {
            guard let range = lines[at: first + row] else { break }
            let text = field.characters[range]
            let scroll = first + row == place.line ? columnsBefore(place.before, in: area) : 0
            write(String(text), from: scroll, in: area.line(row), style: style)
            let line = area.line(row)
            for pair in pairs { mark(pair..<pair + 1, Style(.focus, bold: true), text, from: scroll, line) }
            if let selection = field.selection {
                mark(selection, Style(.text, reversed: true), text, from: scroll, line)
            }
            for fault in faults {
                mark(fault, Style(.error, bold: true, reversed: true), text, from: scroll, line, isShown: true)
            }
        }
        let column = place.before.columns(in: glyphs.repertoire) - columnsBefore(place.before, in: area)
        return Position(row: area.row + place.line - first, column: area.column + column)
    }

    /// Gives the part of a line that lies in a range of the whole text another look, of which colour is only a part.
    ///
    /// - Parameter isShown: whether a range without characters shows as one cell.
    private mutating func mark(
        _ range: Range<Int>,
        _ style: Style,
        _ text: ArraySlice<Character>,
        from scroll: Int,
        _ area: Rect,
        isShown: Bool = false
    ) {
        // The line break belongs to the line.
        let whole = text.startIndex..<text.endIndex + 1
        let part = range.clamped(to: whole)
        guard whole.contains(range.lowerBound) || !part.isEmpty, isShown || !part.isEmpty else { return }
        func columns(upTo index: Int) -> Int {
            String(text[..<min(index, text.endIndex)]).columns(in: glyphs.repertoire) - scroll
        }
        let first = columns(upTo: part.lowerBound)
        let last = max(first + 1, columns(upTo: part.upperBound) + (part.upperBound > text.endIndex ? 1 : 0))
        for column in max(0, first)..<max(0, first, min(last, area.columns)) {
            frame.restyle(area.row, area.column + column, style)
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
