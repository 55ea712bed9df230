import SendtopCore
import SendtopUI
import Testing

@Suite struct LayerTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 36, settings: MonitorSettings = .sample) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        return try Driver(ledger, size: Size(columns: columns, rows: rows), settings: settings)
    }

    @Test("q and Esc close the top layer; q at the root quits", arguments: [Key.character("q"), .escape])
    func close(key: Key) throws {
        let driver = try driver().press(.down, .enter).expect("▸ timeline").press("?").expect("▸ keys")
        driver.press(key).expect("▸ timeline").press(key).expectNot("▸ timeline")
        #expect(driver.effects.isEmpty)
        driver.press("q")
        #expect(driver.effects == [.quit])
    }

    @Test("C-c leaves the text that is typed, else quits")
    func cancel() throws {
        let driver = try driver().press("/").type("x").press(.control("c")).expect("/ all sends")
        driver.press("c").press(.control("c")).expectNot("[ Send ]")
        #expect(driver.effects.isEmpty)
        driver.press(.control("c"))
        #expect(driver.effects == [.quit])
    }

    @Test("C-l repaints, also in a text", arguments: [nil, "/", "c"] as [Character?])
    func repaint(opened: Character?) throws {
        let driver = try driver()
        if let opened { driver.press(opened) }
        driver.press(.control("l"))
        #expect(driver.effects == [.repaint])
    }

    @Test("Tab goes round the panes that are there")
    func panes() throws {
        let driver = try driver().press(.down).press(.tab).expect("▌timeline").press(.tab).expect("▌bounce reasons")
        driver.press(.tab).expectNot("▌timeline").expectNot("▌bounce").press(.backTab).expect("▌bounce reasons")
    }

    @Test("r and t show and hide their panes; where there is no room they open on their own")
    func toggles() throws {
        let wide = try driver().press(.down).press("r").expectNot("bounce reasons").press("t").expectNot("── timeline")
        wide.press("r").expect("bounce reasons").press("t").expect("── timeline")
        let small = try driver(80, 20).expectNot("bounce reasons").press("r").expect("▌bounce reasons")
        small.press("q").expectNot("bounce reasons").press("t").expect("▌timeline")
    }

    @Test("Where there is room for one pane, it is the wanted one")
    func onePane() throws {
        let driver = try driver(80, 24).expect("bounce reasons").press(.down).expect("── timeline")
        driver.expectNot("bounce reasons").press("r").expect("▌bounce reasons").press(.escape).expect("── timeline")
    }

    @Test("The timeline and the keys scroll to their ends, and back")
    func scrolling() throws {
        let driver = try driver(80, 16).press("?").expect("more").press(.end).expectNot("more").expect("C-c")
        driver.press(.down).press(.up).expect("1 more").press(.home).expect("On every screen")
    }

    @Test("The chosen send's timeline is there at once, and its events when the ledger answers")
    func timeline() throws {
        let driver = try driver()
        driver.answersAtOnce = false
        driver.press(.down, .down, .down, .down).expect("delivered  +1.830s").expectNot("came")
        driver.answer().expect("came")
    }

    @Test("Demo is marked on every screen, at every size", arguments: [(20, 5), (40, 10), (120, 36)])
    func demo(size: (Int, Int)) throws {
        var settings = MonitorSettings.sample
        settings.isDemo = true
        try driver(size.0, size.1, settings: settings).expect("DEMO").press("c").expect("DEMO")
    }
}
