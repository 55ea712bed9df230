/// Writes a text as one cell of a Markdown table.
public enum MarkdownField {
    /// The cell: cleaned, on one line, with everything escaped that Markdown would take for its own, so that what a
    /// stranger wrote is never a link, a picture or markup.
    public static func text(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in TextGate.line(text).unicodeScalars {
            if marks.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// The rest of the punctuation means something at the beginning of a block alone, where no cell is.
    private static let marks = Set("\\|`*_~[]<>&$".unicodeScalars)
}
