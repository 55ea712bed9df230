import SendtopCore
import SendtopUI
import Testing

@Suite struct SavedViewTests {
    @Test("A view is saved under a digit, and comes back in the next run with filter, order, columns and panes")
    func roundTrip() throws {
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        let driver = try Driver(ledger, size: Size(columns: 160, rows: 45))
        driver.press("/").type("status:bounced").press(.enter).press("o", "o", "O").press("r")
        driver.press("|").press(.right).press(.enter).press("w").expect("to 9 save as").press("3").expect(
            "saved as view 3"
        )
        let table = driver.frame.text
        guard case .remember(let memory) = driver.effects.last else {
            Issue.record("nothing was remembered")
            return
        }
        var settings = MonitorSettings.sample
        settings.memory = ScreenMemory(json: memory.json)
        #expect(settings.memory == memory)
        let next = try Driver(ledger, size: Size(columns: 160, rows: 45), settings: settings)
        next.press("3").expect("/ status:bounced").expect("LAT▲").expectNot("bounce reasons")
        // All but the first line, which names the view, and the hints.
        func body(_ text: String) -> [Substring] { text.split(separator: "\n").dropFirst().dropLast() }
        #expect(body(next.frame.text) == body(table))
        next.press("4").expect("No view is saved under 4")
    }

    @Test("Any other key gives up saving")
    func giveUp() throws {
        let driver = try Driver(SampleLedger(Story.run(of: 60, until: .sample)))
        driver.press("w").press("q").press("w").press(.escape).press("w").press(.control("c"))
        #expect(driver.effects.isEmpty)
        driver.press("q")
        #expect(driver.effects == [.quit])
    }

    @Test(
        "A file that somebody spoiled gives what can be read of it",
        arguments: [
            #"{}"#, #"[]"#,
            #"{"filters": [1, "a"], "views": {"0": {}, "x": {}, "2": {"sort": "nothing", "columns": ["nothing"]}}}"#,
        ]
    )
    func spoiled(text: String) throws {
        let memory = ScreenMemory(json: try JSON(bytes: Array(text.utf8)))
        #expect(memory.filters.allSatisfy { $0 == "a" })
        #expect(memory.views.allSatisfy { $0.key == 2 && $0.value == SavedView() })
    }
}
