import Foundation
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
        #expect(driver.effects.last == .quit)
        driver.press(.escape).expect("/ all sends").expect("60 sends")
    }

    @Test("A filter that nothing passes says so")
    func nothing() throws {
        try driver().press("/").type("zebra").expect("0 of 60").expect("No send passes this filter.")
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
        driver.expect("/ status:bounced class:no-user code:5.1.1 age<15m").expect("4 of 60").expectMarked("5.1.1")
    }

    @Test("The table can be looked through while the filter is typed")
    func look() throws {
        let driver = try driver().press("/").type("bounced").press(.pageDown).type(" 5")
        driver.expect("/ bounced 5").press(.pageDown).expect("PAUSED")
    }

    @Test("The language of filters works on the screen: fields, comparisons, or, not, campaigns by their names")
    func language() throws {
        for (text, count) in [
            ("status:bounced", 10), ("not status:bounced", 50), ("status:aborted or code:5.1.*", 9),
            ("campaign:password", 20), ("lat>1s lat<2s", 52), ("ext:order-880*", 20), ("age<15s", 12),
        ] {
            let driver = try driver().press("/").type(text)
            let expected = driver.ledger.rows.count {
                (try? Filter.parse(text, now: driver.now, campaigns: Dictionary(uniqueKeysWithValues: Story.campaigns)))?
                    .matches($0, now: driver.now) == true
            }
            #expect(expected == count, "\(text)")
            driver.expect("\(count) of 60")
        }
    }

    @Test("A mistake is said and marked where it is, and the table keeps the filter from before it")
    func mistake() throws {
        let driver = try driver().press("/").type("status:bounced").expect("10 of 60")
        driver.press(.paste(" bogus:x")).expect("not applied").expectNot("10 of 60")
        driver.expect("column 16: No field is called `bogus`")
        let text = driver.frame.lines[5]
        let place = try #require(text.range(of: "bogus")).lowerBound
        let column = text.distance(from: text.startIndex, to: place)
        #expect((column..<(column + 5)).allSatisfy { driver.frame[5, $0].style.isReversed })
        #expect(!driver.frame[5, column - 2].style.isReversed && !driver.frame[5, column + 5].style.isReversed)
        driver.press(.enter).expect("column 16:")
        driver.press(.control("w")).expectNot("No field").expect("10 of 60").press(.enter).press("q")
        #expect(driver.effects.last == .quit)
    }

    @Test("On a screen without hints the mistake is said, and the filter stays in view")
    func mistakeOnSmallScreen() throws {
        let driver = try Driver(SampleLedger(Story.run(of: 60, until: .sample)), size: Size(columns: 40, rows: 10))
        driver.press("/").type("lat>x").expect("/ lat>x").expect("column 5: `x` is no duration")
    }

    @Test("Up and down on the filter's line bring back the filters that were used")
    func history() throws {
        let driver = try driver()
        for text in ["bounced", "aborted", "status:sent"] {
            driver.press("/").press(.control("u")).type(text).press(.enter)
        }
        let kept = ["status:sent", "aborted", "bounced"]
        guard case .remember(let memory) = driver.effects.last else {
            Issue.record("nothing was remembered")
            return
        }
        #expect(memory.filters == kept)
        driver.press("/").press(.up).expect("/ status:sent").press(.up, .up, .up).expect("/ bounced").expect("10 of 60")
        driver.press(.down).expect("/ aborted").press(.down, .down).expect("60 sends")
        driver.press(.escape).expect("/ status:sent")
    }

    @Test("A read-only screen remembers nothing beyond its run")
    func readOnlyHistory() throws {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        let driver = try Driver(SampleLedger(Story.run(of: 60, until: .sample)), settings: settings)
        driver.press("/").type("bounced").press(.enter).press("w").expect("Nothing can be saved").press("1")
        #expect(driver.effects.isEmpty)
    }

    @Test("While a search goes on, what was found is shown, and the count says that there may be more")
    func pieces() throws {
        let driver = try driver().press("/")
        driver.answersAtOnce = false
        driver.type("bounced")
        let question = try #require(driver.questions.first)
        driver.take(.loaded(question, Page(isSearched: false, isCounted: false, total: 60)))
        driver.expect("Searching…").expectNot("No send passes")
        var part = driver.ledger.page(for: question)
        part.rows = Array(part.rows.prefix(3))
        (part.matching, part.isCounted, part.isSearched) = (3, false, false)
        driver.take(.loaded(question, part)).expect("3+ of 60").expectMarked("bounced")
        driver.take(.loaded(question, driver.ledger.page(for: question))).expect("10 of 60").expectNot("10+")
        // A refresh that is not at its end takes nothing away.
        driver.take(.loaded(question, part))
        #expect(driver.frame.lines.count { $0.contains("✗ bounced") } == 10)
    }
}
