/// Writes text so that mdoc(7) takes nothing of it for a request.
enum Mdoc {
    /// Text of a paragraph, a sentence a line; blank lines part paragraphs.
    static func paragraph(_ text: String) -> String {
        text.replacing(". ", with: ".\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ".Pp" : line(String($0)) }
            .joined(separator: "\n")
    }

    /// Text inside of a line, and outside of a request.
    static func text(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("…", with: "...")
    }

    /// A word or words as one argument of a request.
    static func word(_ text: String) -> String {
        "\"\(Mdoc.text(text).replacing("\"", with: "\"\""))\""
    }

    /// A flag as `Fl` wants it: without its first dash.
    static func flag(_ name: String) -> String {
        String(name.dropFirst())
    }

    private static func line(_ text: String) -> String {
        let text = Mdoc.text(text)
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
}
