import SendtopCore
import SendtopUI
import Testing

/// Text that hides something is told apart on the screen, whatever the terminal makes of it.
@Suite struct CellSafetyTests {
    private func driver(reason: String) throws -> Driver {
        let story = Story(
            dispatchID: "deadbeef-0",
            campaign: Story.campaigns[0].0,
            start: .sample.adding(milliseconds: -500),
            outcome: .bounced,
            reason: reason,
            bounceClass: .unknown
        )
        return try Driver(SampleLedger(Story.run(of: 9, until: .sample) + [story]))
    }

    @Test(
        "A row with text that moves the cursor, reorders or hides has a mark beside it",
        arguments: ["a\u{202E}b", "a\u{1B}[31mb", "a\u{200B}b", "a\u{E0041}b", "\u{9D}0;t", "\u{3164}"]
    )
    func marked(reason: String) throws {
        let row = try #require(try driver(reason: reason).frame.lines.first { $0.contains("deadbeef") })
        #expect(row.hasPrefix("▌!"))
    }

    @Test("A row with foreign letters, emoji or line breaks has none", arguments: ["Zoë 日本 שלום", "👍🏽 ok", "a\r\nb\tc"])
    func plain(reason: String) throws {
        let row = try #require(try driver(reason: reason).frame.lines.first { $0.contains("deadbeef") })
        #expect(row.hasPrefix("▌ "))
    }

    @Test("A text of a megabyte is drawn as far as there is room, and no further")
    func long() throws {
        let driver = try driver(reason: String(repeating: "long 日本 ", count: 100_000))
        let row = try #require(driver.frame.lines.first { $0.contains("deadbeef") })
        #expect(row.hasSuffix("…"))
    }

    @Test("Right-to-left letters stand in logical order, each in a cell of its own")
    func rightToLeft() throws {
        let row = try #require(try driver(reason: "שלום").frame.lines.first { $0.contains("deadbeef") })
        #expect(row.contains("שלום"))
    }
}
