import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct MaskTests {
    private let mask = Mask(key: Array(1...16))

    private func driver(_ size: (Int, Int) = (120, 36), _ change: (inout MonitorSettings) -> Void = { _ in }) throws
        -> Driver
    {
        var ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        ledger.mask = mask
        var settings = MonitorSettings.sample
        settings.isMasked = true
        change(&settings)
        return try Driver(ledger, size: Size(columns: size.0, rows: size.1), settings: settings)
    }

    /// The ledger's answer to a peek.
    private func peek(_ driver: Driver) throws {
        driver.press("P")
        guard case .peek(let id)? = driver.effects.last else {
            Issue.record("nobody asked to peek: \(driver.effects)")
            return
        }
        driver.take(.peeked(try #require(driver.ledger.timeline(of: id))))
    }

    @Test("The table and a timeline", arguments: GoldenTests.sizes)
    func goldens(size: (Int, Int)) throws {
        let driver = try driver(size).press(" ")
        try Golden.check(driver.frame.text, "masked-\(size.0)x\(size.1)")
        driver.press(.enter)
        try Golden.check(driver.frame.text, "masked-timeline-\(size.0)x\(size.1)")
    }

    @Test("A peek shows one send as it is for five seconds, wherever it is shown")
    func peeks() throws {
        let driver = try driver().press(" ").expectNot("user-17").expect("MASKED")
        try peek(driver)
        driver.expect("to user-17").expect("UNMASKED").expectMarked("user-17")
        #expect(driver.state.beat == .second)
        driver.press("p").expect("user-17").press(.escape)
        driver.expectNot("user-17").take(.crowded(true))
        try peek(driver)
        #expect(driver.state.beat == .second)
        for _ in 0..<4 { driver.wait().expect("to user-17") }
        driver.wait().expectNot("user-17").expectNot("UNMASKED")
    }

    @Test("What is drawn goes by the clock, so that no peek outlives its time when nothing wakes the screen")
    func clock() throws {
        let driver = try driver().press(" ")
        try peek(driver)
        let later = driver.now.adding(milliseconds: 6_000)
        let frame = render(driver.state, size: driver.size, theme: driver.theme, now: later)
        #expect(!frame.text.contains("user-17"))
    }

    @Test("A peek shows one send alone, and what is done with it goes by the mask")
    func alone() throws {
        let driver = try driver().press(" ")
        try peek(driver)
        driver.press("C").expect("The person is masked").expectNot("user-17").press(.escape)
        driver.press(.down, .down, .down, .down).expect("UNMASKED").expectNot("to user-")
        driver.press("/").type("to:user").expect("0 of 60")
    }

    @Test("On a narrow screen, whose table names nobody, a peek opens the timeline")
    func narrow() throws {
        let driver = try driver().resize(80, 24).press(" ")
        try peek(driver)
        driver.expect("UNMASKED").expect("to user-17")
    }

    @Test("A filter by a pseudonym finds the person's sends, and one by the name none")
    func filter() throws {
        let driver = try driver()
        let name = mask.pseudonym("user-17")
        let count = driver.ledger.rows.count { $0.send.recipient == "user-17" }
        driver.press("/").type("to:\(name)").press(.enter).expect("\(count) of 60").expect(name)
        driver.press("/").press(.control("u")).type("to:user-17").expect("0 of 60")
    }

    @Test("Compose again leaves the person out, and what only a mask says")
    func composeAgain() throws {
        let record = SendRecord(
            url: "http://127.0.0.1:7364",
            campaignAPIID: Story.campaigns[0].0,
            recipient: "user-17",
            externalSendID: nil,
            attempt: 1,
            request: [
                "recipient": ["external_user_id": "user-17", "attributes": ["first_name": "Augusta"]],
                "trigger_properties": ["email": "ada@example.com", "order_id": "88121"],
            ]
        )
        let event = Event(
            at: .sample,
            kind: .accepted,
            dispatchID: "d",
            requestID: "r",
            status: "accepted",
            body: record.bytes
        )
        var ledger = try SampleLedger()
        ledger.mask = mask
        try ledger.append([event])
        var settings = MonitorSettings.sample
        settings.isMasked = true
        let driver = try Driver(ledger, settings: settings).press(.down).press("C")
        driver.expect(#"{"order_id":"88121"}"#).expectNot("u~").expectNot("***").expectNot("Augusta").expectNot("ada@")
        driver.expectNot("Known to the sandbox")
    }

    @Test("Where a peek cannot be recorded, or may not be, there is none, and the screen says why")
    func refused() throws {
        let readOnly = try driver { $0.isReadOnly = true }.press(.down).press("P")
        readOnly.expect("There is no peeking: sendtop runs with --read-only.")
        let looker = try driver {
            $0.isReadOnly = true
            $0.cannotWrite = true
        }
        looker.press(.down).press("P").expect("There is no peeking: this ledger can only be read")
        let open = try driver { $0.isMasked = false }.press(.down).press("P").expect("Nothing is masked here.")
        for driver in [readOnly, looker, open] { #expect(driver.effects.isEmpty) }
    }

    @Test("A timeline tells who has looked, and so does a plain line")
    func recorded() throws {
        var ledger = try SampleLedger(Story.run(of: 3, until: .sample))
        let row = try #require(ledger.rows.first)
        let event = Event(peekAt: row.send, by: Event.Viewer(user: "ana", address: "192.0.2.7"), at: .sample)
        ledger.tell([event], of: row.id)
        let driver = try Driver(ledger).press(" ").press(.enter)
        driver.expect("peeked").expect("seen unmasked by ana from 192.0.2.7")
        driver.press("p").expect("peeked by ana from 192.0.2.7")
        let id = try #require(row.send.dispatchID)
        #expect(PlainLine().text(event) == "2026-03-14T14:03:27.000Z peeked \(id), by ana from 192.0.2.7")
    }
}
