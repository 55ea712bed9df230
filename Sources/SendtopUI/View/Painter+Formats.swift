import SendtopCore

extension Painter {
    /// The chooser of formats, over the lower part of what is exported.
    mutating func paintFormats() {
        guard let chosen = state.chosenFormat else { return }
        let formats = ExportFormat.allCases
        let all = layout.layer
        let rows = min(all.rows, formats.count + 1)
        let area = Rect(row: all.row + all.rows - rows, columns: all.columns, rows: rows)
        clear(area)
        paintTitle("export \(state.exportSubject.title)", trailing: state.exportSummary, in: area, isActive: true)
        let body = area.inset(rows: 1)
        let index = formats.firstIndex(of: chosen) ?? 0
        let first = max(0, min(index - body.rows + 1, formats.count - body.rows))
        for offset in 0..<body.rows {
            guard let format = formats[at: first + offset] else { break }
            let line = body.line(offset)
            let isAllowed = state.exportSubject.allows(format)
            if format == chosen { frame.write([Run(glyphs.marker, .focus)], in: line) }
            let key = label(format.action).padded(to: 3)
            let name = format.rawValue.padded(to: 8)
            let help = isAllowed ? format.help : "needs rows; here are none"
            frame.write(
                [
                    Run(key, isAllowed ? .key : .dim),
                    Run(name, !isAllowed ? .dim : format == chosen ? .focus : .text), Run(help, .dim),
                ],
                in: line.inset(columns: 2)
            )
        }
    }
}
