import Testing

@testable import SendtopTerminal

@Suite struct ResetFoldingTests {
    private static let reset = "\u{1B}(B\u{1B}[m"

    @Test(
        "The end of a colour before a reset goes, and the reset gets short",
        arguments: [
            ("\u{1B}[31mred\u{1B}[39m\(reset) plain", "\u{1B}[31mred\u{1B}[m plain"),
            ("\u{1B}[31mred\u{1B}[39;49m\(reset)", "\u{1B}[31mred\u{1B}[m"),
            ("\(reset)a\(reset)\(reset)", "\u{1B}[ma\u{1B}[m\u{1B}[m"),
            ("\u{1B}[39mnext\u{1B}[49m\u{1B}[1m", "\u{1B}[39mnext\u{1B}[49m\u{1B}[1m"),
            ("\u{1B}[39m\u{1B}(B", "\u{1B}[39m\u{1B}(B"),
            ("\u{1B}", "\u{1B}"),
        ]
    )
    func folds(bytes: String, expected: String) throws {
        let folding = try #require(ResetFolding(reset: Array(Self.reset.utf8)))
        #expect(folding.folded(Array(bytes.utf8), keepsFirst: false) == Array(expected.utf8))
    }

    @Test("A screen that is painted anew sets the character set once")
    func first() throws {
        let folding = try #require(ResetFolding(reset: Array(Self.reset.utf8)))
        let bytes = folding.folded(Array("\u{1B}[39m\(Self.reset)a\(Self.reset)".utf8), keepsFirst: true)
        #expect(bytes == Array("\(Self.reset)a\u{1B}[m".utf8))
    }

    @Test("Resets of other terminals stay as they are", arguments: ["\u{1B}[m\u{0F}", "\u{1B}[m", "", "\u{1B}[0;10m"])
    func others(reset: String) {
        #expect(ResetFolding(reset: Array(reset.utf8)) == nil)
    }
}
