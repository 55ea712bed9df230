import SendtopCore
import SendtopUI
import Testing

@Suite struct ChartsTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 36, settings: MonitorSettings = .sample) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        return try Driver(ledger, size: Size(columns: columns, rows: rows), settings: settings)
    }

    @Test("+ and - change the span of figures and charts, down to five minutes and up to a day")
    func zoom() throws {
        let driver = try driver(160, 45).expect(" 1 h from 13:04Z").expect("1 h sent p50").expect(
            "duplicates 12 in 1 h"
        )
        for label in ["3 h from 11:04Z", "6 h from 08:04Z", "12 h from 02:04Z", "24 h from 03-13 14:04Z"] {
            driver.press("-").expect(" \(label)")
        }
        driver.press("-").expect("24 h is the longest span").expect(" 24 h from 03-13 14:04Z").press("=").expect(
            " 12 h from"
        )
        for _ in 0..<4 { driver.press("+") }
        driver.expect(" 15 min from 13:49Z").press("+").expect(" 5 min from 13:59Z").press("+")
        driver.expect("5 min is the shortest span")
    }

    @Test("The label is that of the figures on the screen, also while the ledger has not answered yet")
    func label() throws {
        let driver = try driver()
        driver.answersAtOnce = false
        driver.press("-").expect(" 1 h from 13:04Z").answer().expect(" 3 h from 11:04Z")
    }

    @Test("Where no figures are in sight, the key says what it did")
    func smallScreen() throws {
        try driver(40, 10).press("+").expect("figures and charts: 15 min").press("h").expectNot("charts: 15")
    }

    @Test("The span is there again in the next run, and a saved view has its own")
    func memory() throws {
        let driver = try driver().press("-").press("w").press("2").press("+").press("+").expect(" 15 min from")
        driver.press("2").expect(" 3 h from")
        guard case .remember(let memory) = driver.effects.last else {
            Issue.record("nothing was remembered")
            return
        }
        var settings = MonitorSettings.sample
        settings.memory = ScreenMemory(json: memory.json)
        #expect(settings.memory == memory)
        try self.driver(settings: settings).expect(" 15 min from").press("2").expect(" 3 h from")
    }

    @Test("Read-only, the span changes and nothing is remembered")
    func readOnly() throws {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        let driver = try driver(settings: settings).press("-").expect(" 3 h from").press("h").expect("charts, 3 h")
        #expect(driver.effects.isEmpty)
    }

    @Test("h opens the charts and closes them; what has no room scrolls into view")
    func overlay() throws {
        let driver = try driver().press("h").expect("▸ charts").expect("charts, 1 h, all sends")
        driver.expect("13:04 to 14:03Z, a bar is 1 min").expect("peak 62/min at").expect("sent within a minute")
        driver.press("-").expect("charts, 3 h").expect("11:04 to 14:03Z, a bar is 3 min").press("h").expectNot(
            "▸ charts"
        )
        let small = try self.driver(40, 10).press("h").expectNot("sent<60s").expect("more").press(.end)
        small.expect("sent<60s").press(.escape).expectNot("▸ charts")
    }

    @Test("Under a filter it is said that the figures are of all sends")
    func filtered() throws {
        try driver().press("/").type("bounced").press(.enter).expect(" 1 h, all sends").press("h").expect("all sends")
    }

    @Test("Sums and bars are of the same sends, and nothing is lost however few columns there are")
    func sums() throws {
        for columns in [20, 40, 60, 80, 120, 300] {
            let driver = try driver(columns, 40).press("h").press("-", "-", "-", "-")
            let delivered = driver.frame.lines.first { $0.contains("✓ delivered") } ?? ""
            #expect(delivered.contains(columns < 100 ? " 73" : " 73 "), "\(delivered)")
        }
    }
}
