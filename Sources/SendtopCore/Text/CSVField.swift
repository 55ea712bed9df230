/// Writes a text as one field of a CSV file.
public enum CSVField {
    /// The field: unsafe characters made visible, a formula defused, quoted where RFC 4180 asks for it.
    ///
    /// A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, also behind blanks, and their full-width
    /// forms) gets a leading `'`. Line breaks and tabs become blanks, so that a record is always one line. Numbers of
    /// our own, which may be negative, need no such care.
    public static func text(_ text: String) -> String {
        let field = isFormula(text) ? "'" + cleaned(text) : cleaned(text)
        guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    /// Letters stay as they are, of whatever width: a file has no cells to shift.
    private static func cleaned(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
        var result = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\n", "\t": result += " "
            case _ where scalar.isUnsafeOnTerminals: result += scalar.visibleSubstitute
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
        switch first {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default: return false
        }
    }
}
