import SendtopUI
import Testing

@Suite struct FrameWriteTests {
    private func written(_ text: String, width: Int, align: Alignment = .leading, glyphs: Glyphs = .unicode) -> String {
        var frame = Frame(size: Size(columns: 12, rows: 1), glyphs: glyphs)
        frame.write("############", at: Position(row: 0, column: 0), width: 12, style: Style(.dim))
        frame.write(text, at: Position(row: 0, column: 1), width: width, style: Style(.text), align: align)
        return frame.text
    }

    @Test("What has no room gives way to an ellipsis, never to half a character")
    func ellipsis() {
        #expect(written("abcd", width: 4) == "#abcd#######")
        #expect(written("abcde", width: 4) == "#abc…#######")
        #expect(written("日本語", width: 6) == "#日本語#####")
        #expect(written("日本語", width: 5) == "#日本…######")
        #expect(written("日本語", width: 4) == "#日…########")
        #expect(written("a b c d", width: 3) == "#a…#########")
        #expect(written("abcde", width: 4, glyphs: .ascii) == "#abc~#######")
        #expect(written("abc", width: 0) == "############")
    }

    @Test("Text stands at the end of its room when asked to")
    func trailing() {
        #expect(written("ab", width: 5, align: .trailing) == "####ab######")
        #expect(written("abcdefg", width: 5, align: .trailing) == "#abcd…######")
    }

    @Test("Over half of a wide character, the other half goes blank")
    func halves() {
        var frame = Frame(size: Size(columns: 6, rows: 1))
        frame.write("日本語", at: Position(row: 0, column: 0), width: 6, style: Style(.text))
        frame.write("x", at: Position(row: 0, column: 1), width: 1, style: Style(.text))
        frame.write("y", at: Position(row: 0, column: 4), width: 1, style: Style(.text))
        #expect(frame.text == " x本y")
        #expect((0..<6).map { frame[0, $0].text } == [" ", "x", "本", "", "y", " "])
    }

    @Test("Nothing is written outside of the frame")
    func outside() {
        var frame = Frame(size: Size(columns: 4, rows: 2))
        for row in [-1, 2, 99] { frame.write("x", at: Position(row: row, column: 0), width: 4, style: Style(.text)) }
        for column in [-1, 4, 99] {
            frame.write("x", at: Position(row: 0, column: column), width: 4, style: Style(.text))
        }
        frame.write("abcdef", at: Position(row: 1, column: 2), width: 99, style: Style(.text))
        #expect(frame.lines == ["", "  a…"])
        #expect(Frame(size: Size(columns: -1, rows: 5)).text == "\n\n\n\n")
    }

    @Test("With ASCII glyphs every cell is ASCII, also for text from outside")
    func ascii() throws {
        var settings = MonitorSettings.sample
        settings.glyphs = .ascii
        let driver = try Driver(SampleLedger(Story.run(of: 60, until: .sample)), settings: settings)
        driver.press(.down, .down, .down, .enter)
        var screens = [driver.frame.text]
        driver.press(.escape).press("/").type("Zoë 日本")
        screens.append(driver.frame.text)
        screens.append(driver.press(.escape).press("c").frame.text)
        screens.append(driver.press(.escape).press("?").frame.text)
        #expect(screens.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
        #expect(screens[1].contains("Zo? ??"))
    }
}
