import SendtopCore
import SendtopUI
import Testing

@Suite struct MessageTests {
    private func driver(showsMessages: Bool = true) throws -> Driver {
        var settings = MonitorSettings.sample
        settings.showsMessages = showsMessages
        return try Driver(SampleLedger(Story.run(of: 60, until: .sample)), settings: settings)
    }

    private func asked(_ driver: Driver) throws -> String {
        guard case .loadMessage(let id)? = driver.effects.last else {
            Issue.record("nobody was asked for the mail")
            throw CancellationError()
        }
        return id
    }

    @Test("The mail of the chosen send is shown with its markup, and hostile text changes nothing but its own cells")
    func shown() throws {
        let driver = try driver().press(.down).press("m").expect("asking the sandbox")
        let mail = RenderedMessage(
            to: "ada@example.com",
            subject: "Order \u{1B}[2J88121",
            html: "<p>Hello</p>\r\n<p>Ada</p>",
            text: "Hello Ada"
        )
        driver.take(.message(dispatchID: try asked(driver), .found(mail)))
        driver.expect("to       ada@example.com").expect("subject  Order").expect("<p>Ada</p>").expect("Hello Ada")
        #expect(!driver.frame.text.contains("\u{1B}"))
        driver.press(.escape).expectNot("ada@example.com").expect("delivered")
    }

    @Test("An answer for another send than the one that is shown is left aside")
    func late() throws {
        let driver = try driver().press(.down).press("m")
        driver.take(.message(dispatchID: "another", .failed("too late"))).expect("asking the sandbox")
        driver.take(.message(dispatchID: try asked(driver), .absent)).expect("has no mail for this send")
    }

    @Test("Where the service is no sandbox, the key says so and asks nobody")
    func production() throws {
        let driver = try driver(showsMessages: false).press(.down).press("m").expect("Only a sandbox shows")
        #expect(driver.effects.isEmpty)
    }
}
