/// A part of the screen.
struct Rect: Sendable, Hashable {
    var row: Int
    var column: Int
    var columns: Int
    var rows: Int

    init(row: Int, column: Int = 0, columns: Int, rows: Int = 1) {
        self.row = row
        self.column = column
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// A row of the rectangle, counted from its top.
    func line(_ offset: Int) -> Rect {
        Rect(row: row + offset, column: column, columns: columns, rows: offset < rows ? 1 : 0)
    }

    /// The rectangle without its first columns and rows.
    func inset(columns left: Int = 0, rows top: Int = 0) -> Rect {
        Rect(row: row + top, column: column + left, columns: columns - left, rows: rows - top)
    }
}
