import SendtopCore
import SendtopUI
import Testing

@Suite struct TableTests {
    private func driver(sends: Int = 60, size: Size = Size(columns: 120, rows: 36)) throws -> Driver {
        try Driver(SampleLedger(Story.run(of: sends, until: .sample)), size: size)
    }

    private func newStory(_ number: Int) -> Story {
        Story(
            dispatchID: "new\(number)-0000",
            campaign: Story.campaigns[0].0,
            start: .sample.adding(milliseconds: Int64(number) * 100),
            outcome: .sent
        )
    }

    @Test("Live: a new send appears on top")
    func live() throws {
        try driver().expect("LIVE").arrive(newStory(1)).expectMarked("new1-000")
    }

    @Test("New sends never move what is read once the newest is left; they are counted")
    func held() throws {
        let driver = try driver().press(.down, .down, .down)
        let before = try #require(driver.frame.lines.firstIndex { $0.hasPrefix("▌") })
        let marked = driver.frame.lines[before]
        for number in 1...5 { try driver.arrive(newStory(number)) }
        #expect(driver.frame.lines[before] == marked)
        driver.expect("PAUSED").expectNot("new5").wait().expect("▲ 5 new")
        driver.press(.home).expect("LIVE").expectNot("▲ 5").expectMarked("new5-000")
    }

    @Test("Space holds and lets go, wherever the keyboard is")
    func pause() throws {
        let driver = try driver().press(.tab).press(" ").expect("PAUSED")
        try driver.arrive(newStory(1)).expectNot("new1").press(" ").expect("LIVE").expect("new1")
    }

    @Test("Up on the newest row goes back to following")
    func backToLive() throws {
        try driver().press(.down, .down).expect("PAUSED").press(.up, .up).expect("LIVE")
    }

    @Test("A status that changes does not move its row")
    func statusInPlace() throws {
        let driver = try driver()
        let accepted = try #require(driver.ledger.rows.first)
        var story = newStory(1)
        story.dispatchID = try #require(accepted.send.dispatchID)
        driver.ledger.tell(try story.events(), of: accepted.id)
        let before = try #require(driver.frame.lines.firstIndex { $0.contains("accepted") })
        #expect(driver.take(.ledgerChanged).frame.lines[before].contains("→ sent"))
    }

    @Test("Paging down to the oldest and up to the newest passes every send once")
    func paging() throws {
        let driver = try driver(sends: 400, size: Size(columns: 80, rows: 12))
        var seen: Set<String> = []
        for _ in 0..<120 {
            for line in driver.frame.lines where line.contains(" 14:") || line.contains(" 13:") {
                seen.insert(String(line.dropFirst(2).prefix(12)))
            }
            driver.press(.pageDown)
        }
        #expect(seen.count >= 400)
        for _ in 0..<120 { driver.press(.pageUp) }
        driver.expect("LIVE")
    }

    @Test("End goes to the oldest send, whatever is between")
    func oldest() throws {
        let driver = try driver(sends: 400)
        let oldest = try #require(driver.ledger.rows.last?.send.dispatchID?.prefix(8))
        driver.press(.end).expectMarked(String(oldest)).wait().expect("PAUSED").expectNot("▲ ")
        driver.press("g").expect("LIVE")
    }

    @Test("Keys move at once, with rows at hand, while the ledger has not answered yet")
    func noWait() throws {
        let driver = try driver(sends: 200).press(.down)
        driver.answersAtOnce = false
        driver.press(.pageDown)
        let marked = driver.frame.lines.filter { $0.hasPrefix("▌") }
        #expect(marked.count == 1)
        #expect(driver.questions.count == 1)
        driver.answer()
        #expect(driver.frame.lines.filter { $0.hasPrefix("▌") } == marked)
    }

    @Test("A ledger that cannot answer is said, until it can")
    func problem() throws {
        let driver = try driver().take(.loadFailed("disk I/O error")).expect("ledger: disk I/O error")
        driver.take(.ledgerChanged).expectNot("disk I/O error")
    }

    @Test("Contradicting ends and an unknown status are visible in the table")
    func odd() throws {
        let driver = try driver()
        var story = newStory(1)
        story.outcome = .delivered
        var bounce = story
        bounce.outcome = .bounced
        bounce.reason = "550 5.1.1 no such user"
        let events = try story.events() + bounce.events()
        try driver.ledger.append(events)
        driver.take(.ledgerChanged).expectMarked("! bounced")
        let body = #"{"dispatch_id": "d2", "status": "clicked"}"#
        try driver.ledger.append(Event.postbacks(body: Array(body.utf8), at: .sample, source: nil, headers: []))
        driver.take(.ledgerChanged).expectMarked("? clicked", "d2")
    }
}
