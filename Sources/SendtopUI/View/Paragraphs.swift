import SendtopCore

/// Wraps texts from outside into lines of a width.
struct Paragraphs {
    /// Columns of a field's name.
    private static let nameWidth = 13

    let width: Int
    let glyphs: Glyphs

    /// A text with a margin of one column.
    func lines(_ text: String, role: Role = .text, indent: Int = 1) -> [[Run]] {
        TextWrap.lines(text, width: width - indent - 1, repertoire: glyphs.repertoire).map { line in
            [Run(String(repeating: " ", count: indent))]
                + line.map { Run($0.text, Style($0.isSubstitute ? .substitute : role)) }
        }
    }

    /// A name and its text beside it; below it where there is no room.
    func field(_ name: String, _ text: String, role: Role = .text) -> [[Run]] {
        guard width >= 40 else { return [[Run(" \(name)", .dim)]] + lines(text, role: role, indent: 3) }
        var lines = lines(text, role: role, indent: Paragraphs.nameWidth + 1)
        guard let first = lines.first else { return [[Run(" \(name)", .dim)]] }
        lines[0] = [Run(" \(name.padded(to: Paragraphs.nameWidth))", .dim)] + first.dropFirst()
        return lines
    }
}
