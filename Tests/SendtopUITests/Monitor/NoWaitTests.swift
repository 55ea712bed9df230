import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct NoWaitTests {
    @Test("No key waits for the ledger: every one shows what it does while no question is answered")
    func noKeyWaits() throws {
        let driver = try Driver(SampleLedger(Story.run(of: 200, until: .sample))).press(.down, .down)
        driver.answersAtOnce = false
        driver.press("/").type("status:bou").expect("/ status:bou").press(.enter).expect("counting")
        driver.press("?").expect("▸ keys").press(.escape).expectNot("▸ keys")
        driver.press(":").type("sort code").expect(" : sort code").press(.enter)
        driver.press(.enter).expect("▸ timeline").press("p").expect("▸ postbacks").press(.escape, .escape)
        driver.press("[").press("c").expect("▸ compose").press(.escape).press("|").expect("▸ columns").press(.escape)
        driver.press("T").expect("▸ themes").press(.escape).press("w").expect("save as").press("1").expect(
            "saved as view 1"
        )
        driver.press("1").expect("▸ view 1").press("q")
        #expect(driver.effects.last == .quit)
        #expect(driver.questions.count == 1, "of the questions that wait only the newest is kept")
    }

    @Test("Every key of the screen is taken at once with nothing loaded at all")
    func nothingLoaded() {
        for action in Action.all where action.scope == .screen {
            for key in action.keys {
                var state = MonitorState(settings: .sample)
                _ = state.update(.resized(Size(columns: 80, rows: 24)))
                _ = state.update(.key(key))
            }
        }
    }
}
