import SendtopTerminal
import SendtopUI
import Testing

@Suite struct KeyDecoderPasteTests {
    @Test("pasted text is one key, whatever it holds, also in pieces of one byte")
    func paste() {
        let text = "q\r\n\u{1B}[A\u{1B}[201 ü\u{1B}\u{1B}"
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for byte in "\u{1B}[200~\(text)\u{1B}[201~x".utf8 { keys += decoder.feed([byte]) }
        #expect(keys == [.paste(text), .character("x")])
    }

    @Test("a paste that never ends is handed over after a while")
    func endlessPaste() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[200~abc".utf8)) == [])
        #expect(decoder.patience == .seconds(2))
        #expect(decoder.flush() == [.paste("abc")])
        #expect(decoder.feed(Array("q".utf8)) == [.character("q")])
    }

    @Test("of a huge paste the first 256 KiB are kept, and the rest is no text")
    func hugePaste() {
        var decoder = KeyDecoder()
        _ = decoder.feed(Array("\u{1B}[200~".utf8))
        for _ in 0..<1_024 { _ = decoder.feed(Array(repeating: UInt8(ascii: "a"), count: 1_024)) }
        let keys = decoder.feed(Array("\u{1B}[201~".utf8))
        #expect(keys == [.paste(String(repeating: "a", count: 256 * 1_024))])
    }
}
