import SendtopCore
import SendtopUI
import Testing

@Suite struct FilterTests {
    private func driver() throws -> Driver {
        try Driver(SampleLedger(Story.run(of: 60, until: .sample)))
    }

    @Test("Typing filters at once, and counts")
    func typing() throws {
        try driver().press("/").type("aborted").expect("5 of 60").expectNot("✓ delivered  ").expectMarked("aborted")
    }

    @Test("Esc goes back to the filter and the place from before")
    func escape() throws {
        let driver = try driver().press(.down, .down)
        let before = driver.frame.lines.filter { $0.hasPrefix("▌") }
        driver.press("/").type("bounced").expect("10 of 60").press(.escape).expect("/ all sends")
        #expect(driver.frame.lines.filter { $0.hasPrefix("▌") } == before)
    }

    @Test("Enter keeps the filter; Esc then drops it")
    func enter() throws {
        let driver = try driver().press("/").type("bounced user-24").press(.enter).expect("/ bounced user-24")
        driver.press("q")
        #expect(driver.effects == [.quit])
        driver.press(.escape).expect("/ all sends").expect("60 sends")
    }

    @Test("A filter that nothing passes says so")
    func nothing() throws {
        try driver().press("/").type("zebra").expect("0 of 60").expect("No send holds all these words.")
    }

    @Test("The answer to what was typed before is passed over")
    func late() throws {
        let driver = try driver().press("/")
        driver.answersAtOnce = false
        driver.press("b")
        let late = try #require(driver.questions.first)
        driver.type("ounced").take(.loaded(late, Page(matching: 4_321, total: 4_321)))
        driver.expect("counting…").expectNot("4 321").answer().expect("10 of 60")
    }

    @Test("The cursor stands where the next letter goes, also behind wide ones and in long text")
    func cursor() throws {
        let driver = try driver().press("/").type("ab")
        #expect(driver.frame.cursor == Position(row: 5, column: 5))
        driver.type("日本")
        #expect(driver.frame.cursor == Position(row: 5, column: 9))
        driver.type(String(repeating: "x", count: 300))
        let cursor = try #require(driver.frame.cursor)
        #expect(driver.frame[cursor.row, cursor.column - 1].text == "x")
        driver.expect("…x")
        driver.press(.control("a"))
        #expect(driver.frame.cursor == Position(row: 5, column: 3))
    }

    @Test("A bounce reason becomes a filter")
    func reason() throws {
        let driver = try driver().press(.tab).expect("▌bounce reasons").press(.down, .enter)
        driver.expect("/ bounced 5.1.1").expect("4 of 60").expectMarked("5.1.1")
    }

    @Test("The table can be looked through while the filter is typed")
    func look() throws {
        let driver = try driver().press("/").type("bounced").press(.down).type(" 5").expect("/ bounced 5")
        driver.press(.down).expect("PAUSED")
    }
}
