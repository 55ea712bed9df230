extension Frame {
    /// The rows as plain text, without blanks at their ends.
    public var lines: [String] {
        (0..<size.rows).map { row in
            let text = (0..<size.columns).map { self[row, $0].text }.joined()
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The screen as plain text, one line a row.
    public var text: String {
        lines.joined(separator: "\n")
    }
}
