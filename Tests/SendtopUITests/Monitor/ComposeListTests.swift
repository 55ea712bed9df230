import SendtopCore
import SendtopUI
import Testing

@Suite struct ComposeListTests {
    private func driver(_ columns: Int = 100, _ rows: Int = 36) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 20, until: .sample))
        let driver = try Driver(ledger, size: Size(columns: columns, rows: rows))
        driver.used.note(Story.record(to: "ada", of: Story.campaigns[1].0, properties: ["code": "x", "ttl": 9]))
        driver.used.note(Story.record(to: "adele", of: "5f0c6f4e-0000-4000-8000-000000000001"))
        driver.used.note(Story.record(to: "bob", of: Story.campaigns[0].0, properties: ["order_id": "1", "total": 2]))
        return driver.press("c")
    }

    @Test("C-n lists whom was sent to, newest first, then those whom the sandbox knows; Enter takes")
    func users() throws {
        let driver = try driver().press(.tab, .control("n")).expect("ada").expect("bob").expect("user-bounce")
        driver.press(.down, .control("n"), .up, .enter).expect("│ adele")
        #expect(try recipient(driver) == .externalUserID("adele"))
    }

    @Test("What is typed narrows the list, and stays what it is unless an entry is chosen")
    func typed() throws {
        let driver = try driver().press(.tab).type("ad").expect("adele").expectNot("bob")
        driver.press(.tab)
        #expect(try recipient(driver) == .externalUserID("ad"))
        driver.press(.escape).press(.backTab).type("e").press(.down, .tab)
        #expect(try recipient(driver) == .externalUserID("adele"))
    }

    @Test("Esc closes the list first, then the form")
    func closed() throws {
        let driver = try driver().press(.tab, .control("n")).expect("bob").press(.escape).expectNot("bob")
        driver.expect("[ Send ]").press(.escape).expectNot("[ Send ]")
    }

    @Test("Campaigns: those that were used first, also foreign ones by their identifier")
    func campaigns() throws {
        let driver = try driver().press(.control("n")).expect("5f0c6f4e-0000-4000-8000-000000000001")
        driver.press(.enter).expect("‹ password-reset ›").type("5f0").press(.down, .enter)
        driver.expect("│ 5f0c6f4e-0000-4000-8000-000000000001")
    }

    @Test("An alias fills both of its fields in")
    func alias() throws {
        let driver = try driver().press(.tab, .tab, .control("n")).expect("c-204  customer").press(.enter)
        #expect(try recipient(driver) == .alias(label: "customer", name: "c-204"))
    }

    @Test("The keys that a campaign was sent with begin its properties; each can be completed")
    func keys() throws {
        let driver = try driver().press(.tab).type("ada").press(.tab, .tab, .tab, .tab)
        driver.expect("C-n, Enter begin with the keys used with order-confirmation")
        driver.press(.control("n")).expect("{ order_id, total }").press(.enter).type("88").expect(
            "\"order_id\": \"88\","
        )
        driver.expect("\"total\": 0")
        let other = try self.driver().press(.right, .tab).type("ada").press(.tab, .tab, .tab, .tab).type("{\"t")
        other.expect("ttl").press(.down, .enter).type("5}").expect("│ {\"ttl\": 5}")
    }

    @Test("Where nothing was used, C-n says so")
    func nothing() throws {
        try driver().press(.backTab, .backTab, .control("n")).expect("Nothing was used here before.")
    }

    private func recipient(_ driver: Driver) throws -> SendRequest.Recipient {
        driver.press(.control("x"))
        guard case .weigh(let request)? = driver.effects.last else {
            Issue.record("no question was asked\n\(driver.frame.text)")
            throw CancellationError()
        }
        return request.recipient
    }
}
