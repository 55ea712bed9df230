import SendtopCore
import SendtopUI
import Testing

@Suite struct OrderTests {
    private func driver(sends: Int = 60) throws -> Driver {
        try Driver(SampleLedger(Story.run(of: sends, until: .sample)), size: Size(columns: 160, rows: 45))
    }

    @Test("o goes from column to column, O turns the order round, and the head says which it is")
    func columns() throws {
        let driver = try driver().expect("TIME▼").press("o").expect("STATUS▼").expectMarked("bounced")
        driver.press("O").expect("STATUS▲").expectMarked("accepted").press("o", "o").expect("DISPATC▼")
        driver.expect("by DISPATCH")
        for _ in 0..<6 { driver.press("o") }
        driver.expect("TIME▼").press("O").expect("TIME▲").expectNot("by TIME")
    }

    @Test("In another order, the cursor and the view stay with their sends while others come")
    func held() throws {
        let driver = try driver().press("o").press(.down, .down, .down)
        let before = try #require(driver.frame.lines.first { $0.hasPrefix("▌") })
        var story = Story(dispatchID: "new-0000", campaign: Story.campaigns[0].0, start: .sample, outcome: .bounced)
        story.reason = "550 5.1.1"
        try driver.arrive(story).wait()
        #expect(driver.frame.lines.first { $0.hasPrefix("▌") } == before)
        driver.press(.home).expectMarked("new-0000")
    }

    @Test("In any order, the pages down to the last row pass every send once", arguments: [1, 2, 4])
    func paging(presses: Int) throws {
        let driver = try driver(sends: 200)
        for _ in 0..<presses { driver.press("o") }
        var seen: Set<Substring> = []
        for _ in 0..<30 {
            for line in driver.frame.lines where line.dropFirst(2).hasPrefix("1") {
                seen.insert(line.dropFirst(2).prefix(12))
            }
            driver.press(.pageDown)
        }
        #expect(seen.count == 200)
        let last = try #require(driver.frame.lines.first { $0.hasPrefix("▌") })
        driver.press(.home).press(.end)
        #expect(driver.frame.lines.first { $0.hasPrefix("▌") } == last)
    }
}
