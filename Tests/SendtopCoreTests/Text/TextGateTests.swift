import SendtopCore
import Testing

@Suite("The text gate")
struct TextGateTests {
    private func shown(_ text: String) -> String {
        TextGate.clusters(text).map(\.text).joined()
    }

    private func widths(_ text: String) -> [Int] {
        TextGate.clusters(text).map(\.width)
    }

    @Test("Plain text passes as it is, one column a character")
    func plain() {
        #expect(TextGate.line("550 5.1.1 user unknown ~") == "550 5.1.1 user unknown ~")
        #expect(shown("a b") == "a b")
        #expect(widths("abc") == [1, 1, 1])
        #expect(TextGate.clusters("a").map(\.isSubstitute) == [false])
    }

    @Test(
        "What must not be obeyed is shown instead",
        arguments: [
            ("\u{1B}[2J", "␛[2J"), ("a\u{8}b", "a␈b"), ("\u{0}\u{7}", "␀␇"), ("\u{7F}", "␡"),
            ("\u{9D}0;t", "‹9D›0;t"), ("\u{85}", "‹85›"), ("\u{2028}\u{2029}", "␤␤"),
            ("\u{202E}txt", "‹RLO›txt"), ("\u{200E}\u{200F}\u{61C}", "‹LRM›‹RLM›‹ALM›"),
            ("\u{2066}\u{2067}\u{2068}\u{2069}", "‹LRI›‹RLI›‹FSI›‹PDI›"),
            ("pay\u{200B}pal", "pay‹ZWSP›pal"), ("a\u{200D}b\u{200C}", "a‹ZWJ›b‹ZWNJ›"),
            ("\u{FEFF}\u{2060}", "‹BOM›‹WJ›"), ("\u{3164}\u{FFA0}\u{115F}\u{1160}", "‹HF›‹HF›‹HF›‹HF›"),
            ("so\u{AD}ft", "so‹SHY›ft"), ("\u{E0041}\u{E0001}", "‹TAG›‹E0001›"),
            ("葛\u{E0100}", "葛‹VS17›"), ("a\u{FE0F}", "a‹VS16›"), ("\u{34F}\u{180E}", "‹CGJ›‹MVS›"),
            ("\u{E000}\u{F0000}\u{FFFF}", "���"), ("\u{0600}1", "‹600›1"),
        ]
    )
    func substitutes(text: String, expected: String) {
        #expect(shown(text) == expected)
        #expect(TextGate.line(text) == expected)
        #expect(TextGate.clusters(text).contains { $0.isSubstitute })
    }

    @Test(
        "White space of every kind becomes one blank",
        arguments: [
            ("a\r\nb", "a b"), ("a\rb", "a b"), ("a\n\nb", "a  b"), ("\ta", " a"), ("a\u{A0}b\u{2003}", "a b "),
        ]
    )
    func whiteSpace(text: String, expected: String) {
        #expect(shown(text) == expected)
        #expect(!TextGate.clusters(text).contains { $0.isSubstitute })
    }

    @Test("At most two marks stay in a cell, and one without a base gets a dotted circle")
    func marks() {
        #expect(shown("e\u{301}\u{302}\u{303}\u{304}x") == "e\u{301}\u{302}x")
        #expect(widths("e\u{301}\u{302}\u{303}") == [1])
        #expect(TextGate.clusters("\u{301}a").map(\.text) == ["\u{25CC}\u{301}", "a"])
        #expect(TextGate.clusters("\n\u{301}").map(\.text) == [" ", "\u{25CC}\u{301}"])
        #expect(TextGate.clusters("\u{1B}\u{301}").map(\.text) == ["␛", "\u{25CC}\u{301}"])
    }

    @Test("Wide characters take two columns")
    func wide() {
        #expect(widths("日本") == [2, 2])
        #expect(widths("Ａ한\u{3000}é") == [2, 2, 2, 1])
        #expect(widths("\u{1112}\u{1161}\u{11AB}") == [2])
        #expect(shown("\u{1112}\u{1161}\u{11AB}") == "한")
        #expect(widths("⌚☎🙂") == [2, 1, 2])
    }

    @Test(
        "An emoji of several parts is drawn by its base",
        arguments: [
            ("👨‍👩‍👧‍👦!", "👨!", [2, 1]), ("👍🏽!", "👍!", [2, 1]), ("❤\u{FE0F}!", "❤!", [1, 1]),
            ("1\u{FE0F}\u{20E3}2", "12", [1, 1]),
            ("🏳\u{FE0F}‍🌈", "🏳", [1]), ("🇩🇪", "DE", [1, 1]), ("\u{1F3FD}", "�", [1]),
            ("👍\u{200D}a", "👍‹ZWJ›a", [2, 1, 1, 1, 1, 1, 1]),
        ]
    )
    func emoji(text: String, expected: String, columns: [Int]) {
        #expect(shown(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
        #expect(widths(text) == columns)
    }

    @Test("Letters that terminals join are kept apart")
    func joiningScripts() {
        #expect(shown("क\u{94D}ष") == "कष")
        #expect(widths("कि") == [1])
        #expect(widths("น\u{E49}\u{E33}") == [1, 1])
        #expect(shown("น\u{E33}").unicodeScalars.elementsEqual("น\u{E4D}\u{E32}".unicodeScalars))
        #expect(widths("שלום") == [1, 1, 1, 1])
    }

    @Test("A limit counts columns and never halves a wide character")
    func limit() {
        #expect(TextGate.clusters("abcdef", limit: 3).map(\.text) == ["a", "b", "c"])
        #expect(TextGate.clusters("日本語", limit: 5).map(\.text) == ["日", "本"])
        #expect(TextGate.clusters("\u{202E}", limit: 3).map(\.text) == ["‹", "R", "L"])
        #expect(TextGate.clusters("abc", limit: 0).isEmpty)
        #expect(TextGate.clusters("é", limit: -1).isEmpty)
    }

    @Test("Without UTF-8 only ASCII comes out")
    func ascii() {
        #expect(TextGate.line("\u{1B}[1m\u{7F}", repertoire: .ascii) == "^[[1m^?")
        #expect(TextGate.line("\u{202E}\u{9B}\u{2028}", repertoire: .ascii) == "<RLO><9B><LS>")
        #expect(TextGate.line("\u{301}Zoë 日本 🇩🇪", repertoire: .ascii) == "?Zo? ?? DE")
        #expect(TextGate.clusters("日", repertoire: .ascii).map(\.width) == [1])
    }
}
