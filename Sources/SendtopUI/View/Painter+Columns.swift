import SendtopCore

extension Painter {
    private static let nameWidth = 12

    /// The chooser of columns: those that are shown in their order, then the others.
    mutating func paintColumns() {
        let area = layout.layer
        let body = area.inset(rows: 1)
        let columns = state.listedColumns
        let cursor = state.columnCursor
        let first = max(0, min(cursor - body.rows + 1, columns.count - body.rows))
        paintTitle("columns", trailing: "\(state.columns.count) shown", in: area, isActive: true)
        for offset in 0..<body.rows {
            guard let column = columns[at: first + offset] else { break }
            let line = body.line(offset)
            if first + offset == cursor { frame.write([Run(glyphs.marker, .focus)], in: line) }
            let box = state.columns.contains(column) ? "[x] " : "[ ] "
            let name = column.title.padded(to: Painter.nameWidth)
            frame.write([Run(box, .key), Run("\(name) "), Run(column.help, .dim)], in: line.inset(columns: 2))
        }
    }
}
