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
            frame.cursor = write(line.field, in: field, style: style, faults: line.mistakes.map(\.range))
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
        // What is shown passes the filter from before the mistake.
        guard state.filterLine.mistakes.isEmpty else { return Run("not applied", .warning) }
        guard header.filter == state.filterLine.filter else { return Run("counting\(glyphs.ellipsis)", .dim) }
        let order = state.pageOrder.key
        let by = order == .arrival ? "" : Column.allCases.first { $0.orderKey == order }.map { " by \($0.title)" } ?? ""
        guard header.filter != .all else {
            // The status line says how many there are, where it has the room.
            let total = area.columns < Painter.roomForTotal ? header.total.sends : ""
            return Run(String((total + by).drop { $0 == " " }), .dim)
        }
        let role: Role = header.matching == 0 && header.isCounted ? .warning : .text
        let more = header.isCounted ? "" : "+"
        return Run("\(header.matching.grouped)\(more) of \(header.total.grouped)\(by)", role)
    }
}
