import SendtopCore
import SendtopUI
import Testing

@Suite struct GoldenTests {
    static let sizes = [(40, 10), (80, 24), (120, 36), (160, 45), (300, 80)]

    private func driver(
        _ size: (Int, Int),
        sends: Int = 60,
        settings: MonitorSettings = .sample
    ) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: sends, until: .sample))
        return try Driver(ledger, size: Size(columns: size.0, rows: size.1), settings: settings)
    }

    private func check(_ driver: Driver, _ name: String, _ size: (Int, Int)) throws {
        try Golden.check(driver.frame.text, "\(name)-\(size.0)x\(size.1)")
    }

    @Test("The live table", arguments: sizes)
    func table(size: (Int, Int)) throws {
        try check(driver(size), "table", size)
    }

    @Test("A chosen send, with its timeline beside the reasons where there is room", arguments: sizes)
    func chosen(size: (Int, Int)) throws {
        try check(driver(size).press(.down, .down, .down, .down, .down), "chosen", size)
    }

    @Test("The timeline of a bounce", arguments: sizes)
    func timeline(size: (Int, Int)) throws {
        try check(driver(size).press(.down, .down, .down, .down, .down, .enter), "timeline", size)
    }

    @Test("The postbacks of a bounce as they came", arguments: sizes)
    func raw(size: (Int, Int)) throws {
        try check(driver(size).press(.down, .down, .down, .down, .down, .down).press("p"), "postbacks", size)
    }

    @Test("What a bounce means", arguments: sizes)
    func explanation(size: (Int, Int)) throws {
        try check(driver(size).press(.down, .down, .down, .down, .down, .down).press("e"), "explain", size)
    }

    @Test("The bounce reasons", arguments: sizes)
    func reasons(size: (Int, Int)) throws {
        let driver = try driver(size)
        // On small screens they open on their own; on others they are there.
        if size.1 < 24 { driver.press("r") } else { driver.press(.tab) }
        try check(driver.press(.down), "reasons", size)
    }

    @Test("The compose form with faults", arguments: sizes)
    func compose(size: (Int, Int)) throws {
        let driver = try driver(size).press("c").press(.right, .tab).type("user-17").press(.tab, .tab, .tab)
        driver.take(.key(.paste("{\n  \"first_name\": \"Ada\",\n  \"age\": }"))).press(.backTab, .backTab, .backTab)
        driver.press(.backTab, .backTab, .enter)
        try check(driver, "compose", size)
    }

    @Test("The compose form as it opens", arguments: sizes)
    func composeEmpty(size: (Int, Int)) throws {
        try check(driver(size).press("c"), "compose-empty", size)
    }

    @Test("The list of people whom was sent to", arguments: sizes)
    func composeList(size: (Int, Int)) throws {
        let driver = try driver(size)
        for user in ["ada", "bob", "日本", "user-\u{1B}[31m"] {
            driver.used.note(Story.record(to: user, of: Story.campaigns[0].0))
        }
        try check(driver.press("c").press(.tab, .control("n"), .down), "compose-list", size)
    }

    private func filled(_ size: (Int, Int), production: Bool = false) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        var settings = MonitorSettings.sample
        if production { (settings.profile, settings.isProduction) = ("production", true) }
        let driver = try Driver(ledger, size: Size(columns: size.0, rows: size.1), settings: settings)
        driver.press("c").press(.tab).type("ada-7").press(.tab, .tab, .tab, .tab)
        return driver.press(.paste("{\n  \"order_id\": \"it's 88\",\n  \"total\": 9.50\n}"))
    }

    @Test("The question before a send", arguments: sizes)
    func confirm(size: (Int, Int)) throws {
        let driver = try filled(size).press(.control("x"))
        guard case .weigh(let request)? = driver.effects.last else {
            Issue.record("no question was asked")
            return
        }
        try check(driver.take(.weighed(request, risk: "ada-7 was sent other attributes 3 s ago.")), "confirm", size)
    }

    @Test("The word before a send that mails real people", arguments: sizes)
    func word(size: (Int, Int)) throws {
        try check(filled(size, production: true).press(.control("x")).type("prod"), "confirm-word", size)
    }

    @Test("The service's no", arguments: sizes)
    func answer(size: (Int, Int)) throws {
        let driver = try filled(size).press(.control("x")).press("y")
        let report = SendReport(
            requestID: "test-1",
            outcome: .rejected,
            message: "Rejected: http://127.0.0.1:7364 answered 400: trigger_properties.total must be a string.",
            fields: [.triggerProperties]
        )
        try check(driver.take(.answered(report)), "answer", size)
    }

    @Test("The exact request", arguments: sizes)
    func request(size: (Int, Int)) throws {
        try check(filled(size).press(.control("v")), "request", size)
    }

    @Test("The saved drafts, and a name that is typed", arguments: sizes)
    func drafts(size: (Int, Int)) throws {
        let driver = try filled(size)
        for name in ["reset", "order, with a long name of its own 日本"] {
            driver.press(.control("o")).press("s").press(.control("u")).type(name).press(.enter)
        }
        try check(driver.press(.control("o")).press(.down).press("s"), "drafts", size)
    }

    @Test("The keys", arguments: sizes)
    func help(size: (Int, Int)) throws {
        try check(driver(size).press("?"), "help", size)
    }

    @Test("A ledger with nothing in it", arguments: sizes)
    func empty(size: (Int, Int)) throws {
        try check(driver(size, sends: 0), "empty", size)
    }

    @Test("The charts of an hour", arguments: sizes)
    func charts(size: (Int, Int)) throws {
        try check(driver(size).press("h"), "charts", size)
    }

    @Test("The charts of a day", arguments: sizes)
    func day(size: (Int, Int)) throws {
        try check(driver(size).press("h").press("-", "-", "-", "-"), "charts-day", size)
    }

    @Test("A filter that is being typed", arguments: sizes)
    func filter(size: (Int, Int)) throws {
        try check(driver(size).press("/").type("bounced 5.1.1"), "filter", size)
    }

    @Test("A filter with a mistake in it", arguments: sizes)
    func mistake(size: (Int, Int)) throws {
        try check(driver(size).press("/").type("status:bounced (lat>fast"), "mistake", size)
    }

    @Test("The chooser of columns", arguments: sizes)
    func columns(size: (Int, Int)) throws {
        try check(driver(size).press("|").press(.down, .down).press(" "), "columns", size)
    }

    @Test("The chooser of formats", arguments: sizes)
    func formats(size: (Int, Int)) throws {
        try check(driver(size).filter("status:bounced").press(.down).press("x").press(.down), "formats", size)
    }

    @Test("The chooser of formats where there are no rows", arguments: sizes)
    func formatsOfCharts(size: (Int, Int)) throws {
        try check(driver(size).press("h").press("x"), "formats-charts", size)
    }

    @Test("Marked sends, in order of their status", arguments: sizes)
    func marked(size: (Int, Int)) throws {
        try check(driver(size).press("o", "v", "v").press(.down).press("V"), "marked", size)
    }

    @Test("The mail that the sandbox made", arguments: sizes)
    func message(size: (Int, Int)) throws {
        var settings = MonitorSettings.sample
        settings.showsMessages = true
        let driver = try driver(size, settings: settings).press(.down, .down, .down, .down).press("m")
        guard case .loadMessage(let id)? = driver.effects.last else {
            Issue.record("nobody was asked for the mail")
            return
        }
        let mail = RenderedMessage(
            to: "ada@example.com",
            subject: "Order 88121 received, thank you",
            html: "<p>Hello Ada,</p>\n<p>we have your order and will write again when it is on its way.</p>",
            text: "Hello Ada,\nwe have your order and will write again when it is on its way."
        )
        try check(driver.take(.message(dispatchID: id, .found(mail))), "message", size)
    }

    @Test("The characters of a reason that are not what they seem", arguments: sizes)
    func codePoints(size: (Int, Int)) throws {
        let driver = try driver(size)
        var story = Story(dispatchID: "f00d-0000", campaign: Story.campaigns[0].0, start: .sample, outcome: .bounced)
        story.reason = "550 5.1.1 \u{202E}resu on\u{202C} such\u{200B}user p\u{430}yp\u{430}l\u{1B}[2J"
        try check(driver.arrive(story).press("u"), "code-points", size)
    }

    @Test("The digit to save a view under is asked for", arguments: sizes)
    func savingView(size: (Int, Int)) throws {
        try check(driver(size).filter("status:bounced").press("w"), "saving-view", size)
    }

    @Test("The palette, with what fits a few letters", arguments: sizes)
    func palette(size: (Int, Int)) throws {
        try check(driver(size).press(":").type("re").press(.down), "palette", size)
    }

    @Test("The palette, with an argument to choose", arguments: sizes)
    func paletteArgument(size: (Int, Int)) throws {
        try check(driver(size).press(":").type("columns time,s").press(.down), "palette-argument", size)
    }

    @Test("The palette, with a mistake in it", arguments: sizes)
    func paletteMistake(size: (Int, Int)) throws {
        try check(driver(size).command("filter status:bounced lat>fast"), "palette-mistake", size)
    }

    @Test("Keys of one's own, in the hints and in the list", arguments: sizes)
    func ownKeys(size: (Int, Int)) throws {
        var settings = MonitorSettings.sample
        settings.keymap = try Keymap(yaml: "filter: f\nhelp: H\nquit: [q, Q]\ntheme: none", file: "/home/ada/keys.yaml")
        try check(driver(size, settings: settings), "own-keys", size)
        try check(driver(size, settings: settings).press("H"), "own-keys-help", size)
    }

    @Test("A place that a saved view led to, with a way back and what came since", arguments: sizes)
    func places(size: (Int, Int)) throws {
        let driver = try driver(size).filter("status:delivered").press("w", "2").press(.escape).press("2").press(.down)
        for story in Story.run(of: 7, until: .sample) { try driver.arrive(story) }
        try check(driver.wait(), "places", size)
    }
}
