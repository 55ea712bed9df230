import SendtopCore
import SendtopUI
import Testing

@Suite struct DraftTests {
    private func driver() throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 20, until: .sample))
        let driver = try Driver(ledger, size: Size(columns: 100, rows: 30))
        return driver.press("c").press(.right, .tab).type("ada-7")
    }

    private func save(_ name: String, _ driver: Driver) {
        driver.press(.control("o")).press("s")
        driver.press(.control("u")).type(name).press(.enter)
    }

    @Test("A draft is saved under a name, listed, loaded over what was typed, and that can be taken back")
    func roundTrip() throws {
        let driver = try driver().press(.control("o")).expect("None yet; s saves").press(.escape)
        save("reset for ada", driver)
        driver.expect("[ Send ]").type("-other").press(.control("o")).expect("reset for ada").expect(
            "password-reset ▸ ada-7"
        )
        driver.press(.enter).expect("‹ password-reset ›").expect("│ ada-7").expectNot("ada-7-other")
        for _ in 0..<6 { driver.press(.backTab) }
        driver.press(.control("_")).expect("ada-7-other")
    }

    @Test("A name that is taken is replaced, and says so before; a name must be something")
    func replaced() throws {
        let driver = try driver()
        save("one", driver)
        driver.type("-8").press(.control("o")).press("s").press(.control("u")).type(" ").press(.enter).expect("save as")
        driver.type("one ").expect("There is a draft of that name").press(.enter)
        #expect(driver.drafts.map(\.name) == ["one"])
        #expect(driver.drafts.first?.draft[.externalUserID] == "ada-7-8")
    }

    @Test("A draft is deleted only when that was said twice")
    func deleted() throws {
        let driver = try driver()
        save("one", driver)
        driver.press(.control("o")).press("d").expect("Delete the draft one?").press("n")
        #expect(driver.drafts.count == 1)
        driver.press("d").press("y").expect("None yet")
        #expect(driver.drafts.isEmpty)
    }

    @Test("A file that cannot be read is said, and nothing is saved over it")
    func unreadable() throws {
        let driver = try driver().press(.control("o"))
        driver.take(.draftsFailed("/x/drafts.json holds no drafts.")).expect("/x/drafts.json holds no drafts.")
        driver.press("s").expectNot("save as").press(.escape).expect("[ Send ]")
    }

    @Test("A draft survives its file, whatever is in it")
    func json() throws {
        var draft = SendDraft()
        draft[.campaign] = "c"
        draft[.attributes] = "{\n \"a\": \u{202E}\"'$(x)"
        let saved = SavedDraft(name: "a\"b", savedAt: .sample, draft: draft)
        #expect(SavedDraft(json: try JSON(text: saved.json.prettyText())) == saved)
        #expect(SavedDraft(json: ["name": "x", "saved_at": "2026-03-14T14:03:27Z", "fields": ["key": "x"]]) == nil)
    }
}
