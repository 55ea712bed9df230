import SendtopUI

extension Frame {
    /// A frame with texts from its first row on.
    init(_ size: Size = Size(columns: 80, rows: 24), rows: [String], style: Style = Style(.text)) {
        self.init(size: size)
        for (row, text) in rows.enumerated() {
            for (column, character) in text.enumerated() {
                self[row, column] = Cell(text: String(character), style: style)
            }
        }
    }
}
