/// Columns and rows of a screen or of a part of it.
public struct Size: Sendable, Hashable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A place on the screen; row and column count from 0.
public struct Position: Sendable, Hashable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// One character cell of the screen.
public struct Cell: Sendable, Hashable {
    /// One grapheme cluster, cleaned; empty for the right half of a wide one.
    public var text: String
    public var style: Style

    public init(text: String, style: Style) {
        self.text = text
        self.style = style
    }

    /// A cell with nothing in it.
    public static let blank = Cell(text: " ", style: Style(.text))
}

/// How a cell looks: a role, which the theme turns into colours.
public struct Style: Sendable, Hashable {
    public var role: Role
    public var isBold: Bool
    /// Drawn with foreground and background exchanged.
    public var isReversed: Bool

    public init(_ role: Role, bold: Bool = false, reversed: Bool = false) {
        self.role = role
        isBold = bold
        isReversed = reversed
    }
}

/// A screen as a grid of cells; what terminals, tests and pictures are made from.
public struct Frame: Sendable, Hashable {
    public let size: Size
    /// The characters that lines, marks and charts are drawn with; with `.ascii`, all text is ASCII.
    public let glyphs: Glyphs
    /// Row by row; always `size.columns * size.rows` cells.
    public private(set) var cells: [Cell]
    /// Where the text cursor stands; `nil` hides it.
    public var cursor: Position?

    /// An empty frame; a negative size counts as 0.
    public init(size: Size, glyphs: Glyphs = .unicode) {
        let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        self.size = size
        self.glyphs = glyphs
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The cell at a place, or a blank one outside of the frame; setting outside does nothing.
    ///
    /// Setting either half of a wide character blanks the other.
    public subscript(row: Int, column: Int) -> Cell {
        get {
            guard let index = index(row, column) else { return .blank }
            return cells[index]
        }
        set {
            guard let index = index(row, column) else { return }
            if cells[index].text.isEmpty, let left = self.index(row, column - 1) {
                cells[left] = .blank
            }
            if let right = self.index(row, column + 1), cells[right].text.isEmpty {
                cells[right] = .blank
            }
            cells[index] = newValue
        }
    }

    /// Gives a cell another look, and leaves what stands in it, be it half of a wide character.
    mutating func restyle(_ row: Int, _ column: Int, _ style: Style) {
        guard let index = index(row, column) else { return }
        cells[index].style = style
    }

    /// Puts a wide character into two cells of a row.
    mutating func putWide(_ cell: Cell, row: Int, column: Int) {
        guard index(row, column) != nil, let right = index(row, column + 1) else { return }
        self[row, column] = cell
        self[row, column + 1] = .blank
        cells[right] = Cell(text: "", style: cell.style)
    }

    private func index(_ row: Int, _ column: Int) -> Int? {
        guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return nil }
        return row * size.columns + column
    }
}
