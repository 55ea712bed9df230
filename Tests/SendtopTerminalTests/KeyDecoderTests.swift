import SendtopTerminal
import SendtopUI
import Testing

@Suite struct KeyDecoderTests {
    @Test(
        "every terminal's variant of a key is that key",
        arguments: [
            ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1;3A", .up), ("\u{1B}[1;1A", .up),

            ("\u{1B}[1;-9223372036854775808A", .up),
            ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
            ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
            ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
            ("\u{1B}[1;2D", .modified(.left, .shift)), ("\u{1B}[1;5C", .modified(.right, .control)),
            ("\u{1B}[1;6D", .modified(.left, .controlShift)), ("\u{1B}[1;4A", .modified(.up, .shift)),
            ("\u{1B}[1;2H", .modified(.home, .shift)), ("\u{1B}[4;2~", .modified(.end, .shift)),
            ("\u{1B}[a", .modified(.up, .shift)), ("\u{1B}Oc", .modified(.right, .control)),
            ("\u{1B}O5D", .modified(.left, .control)), ("\u{1B}O1;2D", .modified(.left, .shift)),
            ("\u{1B}[7$", .modified(.home, .shift)), ("\u{1B}[8^", .modified(.end, .control)),
            ("\u{1B}[8@", .modified(.end, .controlShift)), ("\u{0}", .control(" ")), ("\u{1F}", .control("_")),
            ("\u{1B}[3~", .delete), ("\u{1B}[3;2~", .delete), ("\u{1B}[3$", .delete),
            ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
            ("\u{1B}[I", .focusIn), ("\u{1B}[O", .focusOut),
            ("\r", .enter), ("\n", .enter), ("\u{1B}OM", .enter), ("\t", .tab), ("\u{7F}", .backspace),
            ("\u{08}", .backspace), ("\u{0C}", .control("l")), ("\u{01}", .control("a")),
            ("q", .character("q")), ("é", .character("é")), ("日", .character("日")), ("😀", .character("😀")),
        ]
    )
    func variants(bytes: String, key: Key) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array(bytes.utf8)) == [key])
        #expect(decoder.patience == nil)
    }

    @Test("Escape alone is a key once nothing follows")
    func escape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.patience == .milliseconds(25))
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed(Array("q".utf8)) == [.character("q")])
    }

    @Test("Escape and a letter in one read are two keys")
    func escapeThenLetter() {
        #expect(keys("\u{1B}q") == [.escape, .character("q")])
        #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    }

    @Test("the rest of a sequence that comes after Escape was given up is no text")
    func lateSequence() {
        var decoder = KeyDecoder()
        _ = decoder.feed([0x1B])
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed(Array("[?1;2c".utf8)) == [])
        #expect(decoder.feed(Array("q".utf8)) == [.character("q")])
    }

    @Test(
        "what terminals say by themselves is no key",
        arguments: [
            "\u{1B}[?62;22c", "\u{1B}[>0;276;0c", "\u{1B}[12;40R", "\u{1B}[?2026;2$y", "\u{1B}[4;2$y", "\u{1B}[0n",
            "\u{1B}[8;45;160t", "\u{1B}[?1u", "\u{1B}[15~", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[M !!",
            "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{07}", "\u{1B}]52;c;cXVpdA==\u{07}",
            "\u{1B}P>|xterm(390)\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
            "\u{1B}^quiet\u{1B}\\", "\u{1B}Xquiet\u{1B}\\", "\u{1B}\\", "\u{1B}[201~", "\u{1B}[99999999999999999999A",
        ]
    )
    func replies(bytes: String) {
        #expect(keys(bytes + "q") == [.character("q")])
    }

    @Test(
        "a reply may be split anywhere and its parts may be late",
        arguments: [
            "[?62;22c", "]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "P>|xterm(390)\u{1B}\\", "_Gi=1;OK\u{1B}\\", "[?2026;2$y",
        ]
    )
    func splitReplies(rest: String) {
        let bytes = [0x1B] + Array(rest.utf8)
        for cut in 2..<bytes.count {
            var decoder = KeyDecoder()
            var keys = decoder.feed(Array(bytes[..<cut])) + decoder.flush()
            keys += decoder.feed(Array(bytes[cut...])) + decoder.flush()
            keys += decoder.feed(Array("q".utf8))
            #expect(keys == [.character("q")], "cut at \(cut)")
        }
    }

    @Test("a key with Alt that opens a string does not swallow what is typed after it")
    func altBracket() {
        for opener in ["]", "P", "_", "^", "X"] {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Array("\u{1B}\(opener)".utf8)) == [])
            #expect(decoder.flush() == [])
            #expect(decoder.feed(Array("j".utf8)) == [.character("j")])
        }
    }

    @Test("a click and the wheel say where; a release and a movement say nothing")
    func mouse() {
        let place = Position(row: 4, column: 299)
        #expect(keys("\u{1B}[<0;300;5M") == [.mouse(Mouse(button: .left, position: place))])
        #expect(keys("\u{1B}[<18;300;5M") == [.mouse(Mouse(button: .right, position: place))])
        #expect(keys("\u{1B}[<64;300;5M") == [.mouse(Mouse(button: .wheelUp, position: place))])
        #expect(keys("\u{1B}[<65;300;5M") == [.mouse(Mouse(button: .wheelDown, position: place))])
        #expect(keys("\u{1B}[<0;300;5m\u{1B}[<35;300;5M\u{1B}[<0;0;5M") == [])
    }

    @Test("a character may come in pieces, and bytes that are none are left out")
    func characters() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xE6, 0x97]) == [])
        #expect(decoder.feed([0xA5]) == [.character("日")])
        #expect(decoder.feed([0xFF, 0x80, 0xC0, 0xE6, 0x71]) == [.character("q")])
        #expect(decoder.feed([0xED, 0xA0, 0x80, 0xC2, 0x9B, 0x1C, 0x1D]) == [])
    }

    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(Array(text.utf8))
    }
}
