import SendtopCore
import SendtopUI
import Testing

@Suite struct ComposeTests {
    /// A screen with no room for the request beside the form, unless it is asked for.
    private func driver(settings: MonitorSettings = .sample, _ columns: Int = 100, _ rows: Int = 36) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        return try Driver(ledger, size: Size(columns: columns, rows: rows), settings: settings)
    }

    /// Fills the form in for one user, up to the question whether to send.
    private func filled(_ driver: Driver) -> Driver {
        driver.press("c").press(.tab).type("ada-7").press(.tab, .tab, .tab, .tab, .tab).type("test-1")
            .press(.tab, .enter)
    }

    private func sent(_ driver: Driver) throws -> (request: SendRequest, id: String) {
        guard case .send(let request, let id)? = driver.effects.last else {
            Issue.record("nothing was sent")
            throw CancellationError()
        }
        return (request, id)
    }

    @Test("Fill in, confirm, send: the form closes and the new row is chosen, whatever else arrives")
    func accepted() throws {
        let driver = try driver()
        filled(driver).expect("Send order-confirmation to ada-7 with profile sandbox?").press("y").expect("sending…")
        let (request, id) = try sent(driver)
        #expect(request.recipient == .externalUserID("ada-7"))
        #expect(request.campaignAPIID == Story.campaigns[0].0)
        #expect(request.externalSendID == "test-1")

        let answer = SendReport(requestID: id, outcome: .accepted(dispatchID: "d1"), message: "accepted as d1")
        driver.take(.answered(answer)).expect("accepted as d1").expectNot("[ Send ]")
        let record = SendRecord(
            url: "",
            campaignAPIID: request.campaignAPIID,
            recipient: "ada-7",
            externalSendID: nil,
            attempt: 1,
            request: .null
        )
        try driver.ledger.append([
            Event(
                at: .sample,
                kind: .accepted,
                dispatchID: "d1",
                requestID: id,
                status: "accepted",
                body: record.bytes
            )
        ])
        for story in Story.run(of: 3, until: .sample) { try driver.ledger.append(story) }
        driver.take(.ledgerChanged).expectMarked("accepted", "d1", "ada-7").expect("timeline d1")
    }

    @Test("What is risky about a send is said before it is confirmed, and for this send alone")
    func risk() throws {
        let driver = try driver()
        _ = filled(driver)
        guard case .weigh(let request)? = driver.effects.last else {
            Issue.record("nobody was asked for risks")
            return
        }
        driver.take(.weighed(request, risk: "two sends at once")).expect("Take care: two sends at once")
        driver.press(.escape, .enter).expect("Send order-confirmation to").expectNot("Take care")
    }

    @Test("Enter, which may have been pressed twice, does not confirm")
    func enterTwice() throws {
        let driver = try driver()
        filled(driver).press(.enter).expect("Send order-confirmation to").expectNot("sending…")
        #expect(!driver.effects.contains { if case .send = $0 { true } else { false } })
        driver.press("y").expect("sending…")
    }

    @Test("A production profile is sent with only when its name was typed")
    func production() throws {
        var settings = MonitorSettings.sample
        settings.profile = "live"
        settings.isProduction = true
        let driver = try driver(settings: settings)
        filled(driver).expect("type live and Enter").press("y").press(.enter).expectNot("sending…")
        driver.expect("Nothing was sent: type live")
        driver.press(.backspace).type("live").press(.enter).expect("sending…")
        #expect(try sent(driver).request.recipient == .externalUserID("ada-7"))
    }

    @Test("A failure is said beside the form, and the draft is kept")
    func failed() throws {
        let driver = try driver()
        filled(driver).press("y")
        let id = try sent(driver).id
        let report = SendReport(requestID: id, outcome: .failed, message: "Nothing answers at 127.0.0.1:7364.")
        driver.take(.answered(report)).expect("Nothing answers at 127.0.0.1:7364.").expect("ada-7")
        driver.press(.escape).expectNot("ada-7").press("c").expect("ada-7").expect("test-1")
    }

    @Test("An answer to another request changes nothing")
    func foreignAnswer() throws {
        let driver = try driver()
        filled(driver).press("y")
        driver.take(.answered(SendReport(requestID: "other", outcome: .rejected, message: "no"))).expect("sending…")
    }

    @Test("Every fault stands below its field; the keyboard goes to the first, JSON's cursor to the place")
    func faults() throws {
        let driver = try driver().press("c").press(.tab, .tab).type("label").press(.tab, .tab)
        driver.take(.key(.paste("{\"a\":\r\n  1,\r\n  \"b\": }")))
        driver.press(.tab, .tab).type("no blanks").press(.tab, .enter)
        driver.expect("alias_name is empty; a user_alias needs both alias_name and alias_label.")
        driver.expect("attributes is not JSON: line 3, column 8: expected a value.")
        driver.expect("external_send_id is \"no blanks\"; only A-Z a-z 0-9 - _ + / = are allowed.")
        driver.expectMarked("alias name")
        #expect(driver.effects.isEmpty)
        driver.press(.tab)
        let cursor = try #require(driver.frame.cursor)
        #expect(driver.frame[cursor.row, cursor.column].text == "}")
        driver.type("2").expectNot("attributes is not JSON")
    }

    @Test("Esc and n take the question back; nothing is sent", arguments: [Key.escape, .character("n"), .control("c")])
    func takenBack(key: Key) throws {
        let driver = try driver()
        filled(driver).press(key).expect("[ Send ]").expectNot("y sends")
        let sends = driver.effects.filter { if case .send = $0 { true } else { false } }
        #expect(sends.isEmpty)
    }

    @Test("The campaign is chosen from a list, or typed by identifier or name")
    func campaign() throws {
        let driver = try driver().press("c").expect("‹ order-confirmation ›").press(.right).expect("‹ password-reset ›")
        driver.press(.left, .left).expect("‹ shipping-update ›").type("x").expectNot("shipping-update ›")
        driver.press(.backspace).expect("‹ order-confirmation ›").type("password-reset").press(.tab).type("ada")
        driver.press(.backTab, .backTab, .enter).expect("Send password-reset to ada")
    }

    @Test("One key sends from any field, and says so in each", arguments: [(80, 24), (40, 10)])
    func sendKey(size: (Int, Int)) throws {
        let driver = try driver(size.0, size.1).press("c").expect("C-x send").press(.control("x"))
        driver.expect("give exactly one of").type("ada-7")
        for _ in 0..<8 { driver.press(.tab).expect("C-x send") }
        driver.press(.control("x")).expect("Send order-confirmation to ada-7")
        #expect(driver.frame.text.contains("sandbox?"))
    }

    @Test("A name of any length leaves the question whole", arguments: [(40, 10), (80, 24), (300, 80)])
    func longNames(size: (Int, Int)) throws {
        var settings = MonitorSettings.sample
        (settings.profile, settings.isProduction) = ("live", true)
        let driver = try driver(settings: settings, size.0, size.1).press("c").press(.tab)
        driver.press(.paste(String(repeating: "\u{202E}日本", count: 40_000))).press(.control("x"))
        driver.expect("Send order-confirmation").expect("live").expect("Esc").expect("▸")
        driver.type("live")
        let cursor = try #require(driver.frame.cursor)
        #expect(cursor.row < size.1)
        driver.press(.enter)
        #expect(try sent(driver).request.campaignAPIID == Story.campaigns[0].0)
    }

    @Test("The service's no stays beside the form, and the fields that it is about are marked until they are changed")
    func rejected() throws {
        let driver = try driver()
        filled(driver).press("y")
        let id = try sent(driver).id
        let report = SendReport(
            requestID: id,
            outcome: .rejected,
            message: "400: external_send_id is no good.",
            fields: [.externalSendID]
        )
        driver.take(.answered(report)).expect("400: external_send_id is no good.").expect("! external send id")
        driver.expect("The service's answer is about this field.").press(.backTab).type("2").expectNot(
            "about this field"
        )
    }

    @Test("Small screens open the timeline of what was sent, and follow it to its end")
    func watched() throws {
        let driver = try driver(40, 10)
        filled(driver).press("y")
        let (request, id) = try sent(driver)
        driver.take(.answered(SendReport(requestID: id, outcome: .accepted(dispatchID: "d1"), message: "accepted")))
        let record = SendRecord(
            url: "",
            campaignAPIID: request.campaignAPIID,
            recipient: "ada-7",
            externalSendID: nil,
            attempt: 1,
            request: .null
        )
        try driver.ledger.append([
            Event(at: .sample, kind: .accepted, dispatchID: "d1", requestID: id, status: "accepted", body: record.bytes)
        ])
        driver.take(.ledgerChanged).expect("dispatch id").expect("accepted")
        let row = try #require(driver.ledger.rows.first)
        var story = Story(dispatchID: "d1", campaign: request.campaignAPIID, start: .sample, outcome: .delivered)
        story.recipient = "ada-7"
        driver.ledger.tell(Array(try story.events().dropFirst()), of: row.id)
        driver.take(.ledgerChanged).expect("ada-7: delivered").expect("delivered  +")
    }

    @Test("Paste goes into the focused field, never to key bindings")
    func paste() throws {
        let driver = try driver().press(.paste("q\nc"))
        #expect(driver.effects.isEmpty)
        driver.expectNot("[ Send ]").press("c").press(.tab).press(.paste("ada\nlovelace\n"))
        driver.expect("│ ada lovelace").expect("A pasted line break became a blank.")
    }

    @Test("Read-only refuses the form")
    func readOnly() throws {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        try driver(settings: settings).press("c").expectNot("[ Send ]").expect("--read-only").expect("READ-ONLY")
    }

    @Test("Two sends have two request ids")
    func requestIDs() throws {
        let driver = try driver()
        filled(driver).press("y")
        let first = try sent(driver).id
        driver.take(.answered(SendReport(requestID: first, outcome: .failed, message: "no")))
        driver.press(.enter).press("y")
        #expect(try sent(driver).id != first)
    }
}
