import SendtopCore
import SendtopUI
import Testing

@Suite struct MarkTests {
    private func driver(isReadOnly: Bool = false) throws -> Driver {
        var settings = MonitorSettings.sample
        settings.isReadOnly = isReadOnly
        return try Driver(SampleLedger(Story.run(of: 60, until: .sample)), settings: settings)
    }

    private func marked(_ driver: Driver) -> Int {
        driver.frame.lines.count { $0.dropFirst().hasPrefix("*") }
    }

    @Test("v marks a send and goes on; the mark stays with the send when others come")
    func mark() throws {
        let driver = try driver().press(.down).press("v", "v")
        #expect(marked(driver) == 2)
        let before = driver.frame.lines.filter { $0.dropFirst().hasPrefix("*") }
        try driver.arrive(Story(dispatchID: "new", campaign: "c", start: .sample, outcome: .sent)).press(.home)
        #expect(
            driver.frame.lines.filter { $0.dropFirst().hasPrefix("*") }.map { $0.dropFirst(2) }
                == before.map { $0.dropFirst(2) }
        )
        driver.press(.down, .down).press("v")
        #expect(marked(driver) == 1)
    }

    @Test("V marks all from the last mark to the cursor, * all that pass the filter, and * again none")
    func ranges() throws {
        let driver = try driver().press("v").press(.down, .down, .down).press("V")
        #expect(marked(driver) == 5)
        driver.press("*")
        #expect(marked(driver) == 0)
        driver.press("/").type("status:bounced").press(.enter).press("*").press("y")
        guard case .copy(let ids) = driver.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(ids == driver.ledger.rows.filter { $0.send.status == .bounced }.map(\.id))
        driver.press(.escape).expect("/ status:bounced")
        #expect(marked(driver) == 0)
    }

    @Test("Without marks, the chosen send is copied, and all that pass the filter are exported")
    func unmarked() throws {
        let driver = try driver().press(.down).press("y")
        #expect(driver.effects == [.copy([59])])
        driver.press("/").type("status:aborted").press(.enter).press("x").press(.enter)
        guard case .export(.sends(let export))? = driver.effects.last else {
            Issue.record("nothing was exported")
            return
        }
        #expect(export.selection == .filter(.field(.status, .whole(["aborted"]))))
    }

    @Test("Read-only refuses to export, and to compose again")
    func readOnly() throws {
        let driver = try driver(isReadOnly: true).press("x").expect("Nothing can be written")
        driver.press("C").expect("Nothing can be sent")
        #expect(driver.effects.isEmpty)
    }

    @Test("Compose again fills the form with what is known, but for the external id")
    func again() throws {
        let driver = try driver()
        driver.press("C").expect("shipping-update").expect("user-17").expect("compose")
        driver.press(.escape).press("/").type("order-88054").press(.enter).press("C").expect("order-confirmation")
        driver.expectNot("order-88054")
    }
}
