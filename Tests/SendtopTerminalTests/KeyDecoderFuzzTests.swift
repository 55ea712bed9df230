import SendtopCore
import SendtopTerminal
import SendtopUI
import Testing

@Suite struct KeyDecoderFuzzTests {
    /// Bytes and the keys that they are.
    private static let known: [(bytes: String, keys: [Key])] = [
        ("q", [.character("q")]), ("ü", [.character("ü")]), ("\u{1B}[A", [.up]), ("\u{1B}[3~", [.delete]),
        ("\u{1B}[200~a\u{1B}b\u{1B}[201~", [.paste("a\u{1B}b")]), ("\u{1B}[I", [.focusIn]), ("\r", [.enter]),
        ("\u{1B}[<64;9;9M", [.mouse(Mouse(button: .wheelUp, position: Position(row: 8, column: 8)))]),
        ("\u{1B}]11;rgb:1/2/3\u{1B}\\", []), ("\u{1B}P>|tmux 3.3a\u{1B}\\", []), ("\u{1B}[?62;4c", []),
        ("\u{1B}_Gi=1;OK\u{1B}\\", []), ("\u{1B}[12;1R", []), ("\u{1B}[?2026;2$y", []),
    ]

    @Test("keys and replies in any order and cut anywhere are the same keys", arguments: 0..<200)
    func anyCut(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let parts = (0..<40).map { _ in KeyDecoderFuzzTests.known[Int.random(in: 0..<14, using: &random)] }
        let bytes = Array(parts.map(\.bytes).joined().utf8)
        var decoder = KeyDecoder()
        var keys: [Key] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...9, using: &random))
            keys += decoder.feed(Array(bytes[start..<end]))
            start = end
        }
        #expect(keys == parts.flatMap(\.keys))
    }

    @Test("bytes of any kind end nowhere but in keys, and leave the keyboard alive", arguments: 0..<200)
    func anyBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var decoder = KeyDecoder()
        let likely = Array("\u{1B}\u{1B}\u{1B}[[]O~;<>?$0129PXABMmu_^\\\u{07}\u{18}".utf8)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? likely[Int.random(in: 0..<likely.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            _ = decoder.feed(bytes)
            if Int.random(in: 0..<8, using: &random) == 0 { _ = decoder.flush() }
        }
        // Whatever it is in the middle of: the end of a paste, of a string, of a sequence; then nothing for a while.
        for ending in ["!!!", "\u{1B}[201~", "\u{1B}\\", "\u{1B}[m"] {
            _ = decoder.feed(Array(ending.utf8)) + decoder.flush()
        }
        #expect(decoder.feed(Array("q".utf8)) == [.character("q")])
    }
}
