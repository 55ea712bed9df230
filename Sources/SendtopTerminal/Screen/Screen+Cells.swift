import CNcurses
import SendtopUI

extension Screen {
    /// Writes the rows of a frame that are not in the window yet.
    func write(_ frame: Frame) {
        let previous = drawn?.size == frame.size ? drawn : nil
        if previous == nil { werase(sendtop_stdscr()) }
        for row in 0..<min(frame.size.rows, size.rows) {
            let range = row * frame.size.columns..<(row + 1) * frame.size.columns
            if let previous, previous.cells[range] == frame.cells[range] { continue }
            write(row, of: frame)
        }
        drawn = frame
    }

    private func write(_ row: Int, of frame: Frame) {
        let columns = min(frame.size.columns, size.columns)
        var column = 0
        while column < columns {
            let cell = frame[row, column]
            // A wide character stands before a cell without text.
            let width = column + 1 < columns && frame[row, column + 1].text.isEmpty ? 2 : 1
            let characters = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
            if sendtop_width(characters, Int32(characters.count)) == width {
                put(characters, cell.style, row, column)
                column += width
            } else {
                // The terminal would give it another width, and shift the rest of the row.
                let isBlank = cell.text.isEmpty || cell.text == " "
                put([wchar_t(isBlank ? 0x20 : 0x3F)], cell.style, row, column)
                column += 1
            }
        }
    }

    private func put(_ characters: [wchar_t], _ style: Style, _ row: Int, _ column: Int) {
        let (attributes, pair) = paint(style)
        sendtop_put(
            sendtop_stdscr(),
            Int32(row),
            Int32(column),
            characters,
            Int32(characters.count),
            attributes,
            pair
        )
    }

    private func paint(_ style: Style) -> (attributes: Int32, pair: Int32) {
        if let known = paints[style] { return known }
        let paint = Paint(style, theme: theme, depth: depth)
        let made = (Screen.attributes(paint.attributes), pairs.number(of: paint.colors))
        paints[style] = made
        return made
    }

    private static func attributes(_ attributes: Paint.Attributes) -> Int32 {
        var result: Int32 = 0
        if attributes.contains(.bold) { result |= sendtop_bold() }
        if attributes.contains(.dim) { result |= sendtop_dim() }
        if attributes.contains(.underline) { result |= sendtop_underline() }
        if attributes.contains(.reverse) { result |= sendtop_reverse() }
        return result
    }

    /// Shows the cursor at a place, or hides it; a hidden one may stay wherever the last byte left it.
    func place(_ cursor: Position?) {
        let window = sendtop_stdscr()
        let isShown = cursor.map { (0..<size.rows).contains($0.row) && (0..<size.columns).contains($0.column) } ?? false
        leaveok(window, !isShown)
        curs_set(isShown ? 1 : 0)
        if isShown, let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    }
}
