import SendtopCore
import SendtopUI
import Testing

@Suite struct PauseTests {
    private func driver() throws -> Driver {
        try Driver(SampleLedger(Story.run(of: 200, until: .sample)))
    }

    private func story(_ number: Int, _ outcome: SendStatus = .sent) -> Story {
        var story = Story(
            dispatchID: "new\(number)-0000",
            campaign: Story.campaigns[0].0,
            start: .sample.adding(milliseconds: Int64(number) * 100),
            outcome: outcome
        )
        if outcome == .bounced { story.reason = "550 5.1.1 no such user" }
        return story
    }

    @Test("What came since the pause is counted, wherever one scrolls to meanwhile")
    func scrolled() throws {
        let driver = try driver().press(" ").wait().expect("PAUSED").expectNot("▲ ")
        for number in 1...3 { try driver.arrive(story(number)) }
        driver.wait().expect("▲ 3 new").press(.pageDown, .pageDown).wait().expect("▲ 3 new").press(.end).wait()
        driver.expect("▲ 3 new").press(" ").expect("LIVE").expectNot("▲ 3 new").press(" ").wait().expectNot("▲ 3")
    }

    @Test("Under a filter, those that pass it are counted")
    func filtered() throws {
        let driver = try driver().filter("status:bounced").press(" ")
        for number in 1...6 { try driver.arrive(story(number, number % 3 == 0 ? .bounced : .sent)) }
        driver.wait().expect("▲ 2 new")
    }

    @Test("In any order they are counted the same", arguments: ["sort time asc", "sort status", "sort reason asc"])
    func ordered(order: String) throws {
        let driver = try driver().command(order).press(" ")
        for number in 1...4 { try driver.arrive(story(number)).wait() }
        driver.wait().expect("▲ 4 new").press(" ").expect("LIVE").wait().expectNot("▲ 4")
    }
}
