import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct PlaceTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 36) throws -> Driver {
        try Driver(SampleLedger(Story.run(of: 200, until: .sample)), size: Size(columns: columns, rows: rows))
    }

    @Test("Back brings filter, order, chosen send and scroll again, and forward what was gone back from")
    func round() throws {
        let driver = try driver().press("o", "O").press(.pageDown, .pageDown, .down)
        let before = table(driver)
        driver.filter("status:bounced").press(.down, .down, .enter).expect("▸ timeline")
        let opened = driver.frame.text
        driver.press("[").expect("/ status:bounced").expectNot("▸ timeline").press("[").expect("/ all sends")
        #expect(table(driver) == before)
        driver.press("]").press("]").expect("▸ timeline")
        #expect(driver.frame.text == opened)
        driver.press("]").expect("There is no place to go forward to")
    }

    @Test("A reason, a saved view and a jump are places, and the trail says where the filter came from")
    func trail() throws {
        let driver = try driver().filter("aborted").press("w", "3").press(.escape).expect("/ all sends")
        driver.press("3").expect("sends ▸ view 3").press(.escape).press(.tab).press(.enter).expect("sends ▸ ")
        driver.expect("/ status:").press("[").expect("/ all sends").expect("▌bounce reasons")
        driver.press("[").expect("view 3").expect("/ aborted").press("G").expect("PAUSED").press("g").expect("LIVE")
        driver.press("[").expect("PAUSED").press("[").expect("LIVE").expect("view 3")
    }

    @Test("Closing what was opened goes back; forward opens it again")
    func closing() throws {
        let driver = try driver().press(.down, .enter).press("p").expect("▸ postbacks").press(.escape, .escape)
        driver.expectNot("▸ timeline").press("]").expect("▸ timeline").press("]").expect("▸ postbacks")
        driver.press("q", "q").press("[").expect("There is no place to go back to")
    }

    @Test("Esc from a filter that is typed brings the place from before, open layers and all")
    func cancelled() throws {
        let driver = try driver().press(.down, .down, .enter).expect("▸ timeline")
        let before = driver.frame.text
        driver.press("/").type("bounced").expectNot("▸ timeline").press(.escape)
        #expect(driver.frame.text == before)
    }

    @Test("Going through the orders leaves one place, and no more than the last fifty are kept")
    func bounded() throws {
        let driver = try driver().press(.down, .down).press("o", "o", "o", "O").press("[").expect("TIME▼").expect(
            "PAUSED"
        )
        for number in 0..<120 { driver.filter("word\(number)") }
        var steps = 0
        while driver.state.history.hasBack, steps < 1_000 {
            driver.press("[")
            steps += 1
        }
        #expect(steps == PlaceHistory.limit)
    }

    @Test("A place whose send is gone shows what stands for it")
    func gone() throws {
        let driver = try driver().press(.pageDown).filter("bounced")
        driver.ledger = try SampleLedger(Story.run(of: 5, until: .sample))
        driver.press("[").expect("/ all sends").press(.home).expect("LIVE")
    }

    private func table(_ driver: Driver) -> [String] {
        Array(driver.frame.lines.dropFirst(5).prefix(12))
    }
}
