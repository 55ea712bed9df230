import SendtopCore

extension Painter {
    private static let paletteRows = 12

    /// The palette, over the lower part of the screen: its title, what is typed, and what it offers.
    mutating func paintPalette() {
        guard let palette = state.palette else { return }
        let choices = state.choices
        let all = layout.layer
        let rows = min(all.rows, max(4, min(Painter.paletteRows, choices.count) + 2))
        let area = Rect(row: all.row + all.rows - rows, column: 0, columns: all.columns, rows: rows)
        for row in 0..<area.rows { frame.rule(" ", in: area.line(row), style: Style(.text)) }
        let body = area.inset(rows: 2)
        let chosen = state.chosenIndex
        let first = max(0, min((chosen ?? 0) - body.rows + 1, choices.count - body.rows))
        let below = choices.count - first - body.rows
        paintTitle("command", trailing: below > 0 ? "\(glyphs.down) \(below) more" : "", in: area, isActive: true)
        let line = area.inset(rows: 1).line(0)
        frame.write([Run(" : ", Style(.focus, bold: true))], in: line)
        frame.cursor = write(
            palette.field,
            in: line.inset(columns: 3),
            style: Style(.text),
            faults: palette.mistake?.ranges ?? []
        )
        if let mistake = palette.mistake {
            frame.write([Run(mistake.text, .error)], in: body.line(0).inset(columns: 3))
        } else if choices.isEmpty {
            frame.write([Run("Nothing has such a name.", .dim)], in: body.line(0).inset(columns: 3))
        } else {
            for offset in 0..<body.rows {
                guard let choice = choices[at: first + offset] else { break }
                let width = choices.map { title(of: $0).columns(in: glyphs.repertoire) }.max() ?? 0
                paint(choice, isChosen: first + offset == chosen, titleWidth: min(width, 40), in: body.line(offset))
            }
        }
    }

    private mutating func paint(_ choice: Palette.Choice, isChosen: Bool, titleWidth: Int, in area: Rect) {
        if isChosen { frame.write([Run(glyphs.marker, .focus)], in: area) }
        let room = area.inset(columns: 3)
        let title = [
            Run(choice.title, isChosen ? .focus : .text),
            Run(choice.placeholder.isEmpty ? "" : " \(choice.placeholder)", .dim),
        ]
        let place = Position(row: room.row, column: room.column)
        let width = min(titleWidth, room.columns)
        frame.write(title, at: place, width: width)
        var rest = room.inset(columns: width + 2)
        if let action = choice.action {
            let key = state.settings.keymap.keys(of: action).first?.label(glyphs) ?? ""
            frame.write([Run(key, .key)], in: rest)
            rest = rest.inset(columns: 7)
        }
        frame.write([Run(choice.help, .dim)], in: rest)
    }

    private func title(of choice: Palette.Choice) -> String {
        choice.placeholder.isEmpty ? choice.title : "\(choice.title) \(choice.placeholder)"
    }
}
