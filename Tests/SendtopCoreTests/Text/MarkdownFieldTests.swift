import SendtopCore
import Testing

@Suite("A cell of a Markdown table")
struct MarkdownFieldTests {
    @Test(
        "is text, whatever a stranger wrote",
        arguments: [
            ("plain 5.1.1 user-17", "plain 5.1.1 user-17"), ("", ""), ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"),
            ("`x`", "\\`x\\`"), ("[a](http://e)", "\\[a\\](http://e)"), ("![](u)", "!\\[\\](u)"),
            ("<img src=x>", "\\<img src=x\\>"), ("&lt;", "\\&lt;"), ("*_~", "\\*\\_\\~"),
            ("u~k7q u~a1b", "u\\~k7q u\\~a1b"),
        ]
    )
    func escapes(text: String, expected: String) {
        #expect(MarkdownField.text(text) == expected)
    }

    @Test(
        "is one line, with nothing hidden",
        arguments: [
            ("a\r\nb", "a b"), ("a\nb\tc", "a b c"), ("\u{1B}[2J", "␛\\[2J"), ("x\u{202E}y", "x‹RLO›y"),
            ("日本 é", "日本 é"),
        ]
    )
    func cleaning(text: String, expected: String) {
        #expect(MarkdownField.text(text) == expected)
    }
}
