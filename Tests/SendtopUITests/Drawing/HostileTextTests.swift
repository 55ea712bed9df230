import SendtopCore
import SendtopUI
import Testing

@Suite struct HostileTextTests {
    static let texts = [
        "\u{1B}[2J\u{1B}[31mred", "\u{1B}]52;c;aGk=\u{07}", "550 ok\roverwritten", "a\u{8}\u{8}\u{8}b", "a\u{7F}\0b",
        "a\nb\u{2028}c\u{85}d", "\u{202E}desrever\u{2066}x\u{2069}", "\u{9D}0;title\u{9C}", "\u{90}q\u{9B}31m",
        "\u{E0041}\u{E0042}tag", "zero\u{200B}width\u{FEFF}", "e\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{301}leading",
        "👨‍👩‍👧‍👦 family", "❤️ heart", "1️⃣ keycap", "🇩🇪 flag", "👍🏽 tone", "日本語テキスト", "\u{FFFD}\u{10FFFD}", "ﷺ", "\t\ttabs",
        "שלום עולם", "\u{115F}\u{1160}filler",
    ]

    private static let plain = "550 5.1.1 plain text"

    private func driver(reason: String, named: String? = nil, keys: [Key]) throws -> Driver {
        var story = Story(
            dispatchID: "deadbeef-0",
            campaign: Story.campaigns[0].0,
            start: .sample.adding(milliseconds: -500),
            outcome: .bounced,
            reason: reason,
            bounceClass: .unknown
        )
        story.recipient = named ?? "user"
        story.externalSendID = named ?? "ext"
        let driver = try Driver(SampleLedger(Story.run(of: 9, until: .sample) + [story]))
        for key in keys { driver.press(key) }
        return driver
    }

    /// The cells that a reason may change: the mark before its row and the row's end, its lines in the timeline, its
    /// line among the reasons.
    private func mayChange(_ row: Int, _ column: Int, in lines: [String]) -> Bool {
        row >= 26 || (lines[row].contains("deadbeef") && (column >= 88 || column == 1))
    }

    @Test("A hostile reason changes nothing but its own cells", arguments: texts)
    func reason(text: String) throws {
        let keys: [Key] = [.character(" ")]
        let expected = try driver(reason: HostileTextTests.plain, keys: keys).frame
        let frame = try driver(reason: text, keys: keys).frame
        let lines = expected.lines
        let changed = (0..<frame.size.rows).flatMap { row in
            (0..<frame.size.columns)
                .filter { !mayChange(row, $0, in: lines) && frame[row, $0] != expected[row, $0] }
                .map { Position(row: row, column: $0) }
        }
        #expect(changed.isEmpty)
        // The line between the panes stands.
        for row in 27..<35 { #expect(frame[row, 59].text == "│") }
    }

    @Test("No cell holds anything but what is safe to draw, wherever hostile text is shown", arguments: texts)
    func cells(text: String) throws {
        let screens: [[Key]] = [
            [.character(" ")], [.enter], [.tab, .enter], [.character("/"), .paste(text)],
            [.character("c"), .tab, .paste(text), .tab, .tab, .tab, .paste(text)],
        ]
        for keys in screens {
            let frame = try driver(reason: text, named: text, keys: keys).frame
            let unsafe = frame.cells.flatMap(\.text.unicodeScalars).filter(\.isUnsafeOnTerminals)
            #expect(unsafe.isEmpty, "\(unsafe.map(\.value))")
            // A row is as wide as the screen: every wide character has its empty right half.
            let widths = (0..<frame.size.rows).map { row in
                TextGate.clusters((0..<frame.size.columns).map { frame[row, $0].text }.joined())
                    .reduce(0) { $0 + $1.width }
            }
            #expect(Set(widths) == [frame.size.columns])
        }
    }

    @Test("What replaced an unsafe character looks like it")
    func substitutes() throws {
        let frame = try driver(reason: "a\u{1B}b", keys: []).frame
        #expect(frame.cells.contains { $0.style.role == .substitute })
    }
}
