import SendtopCore
import SendtopUI
import Testing

@Suite struct GoldenTests {
    static let sizes = [(40, 10), (80, 24), (120, 36), (160, 45), (300, 80)]

    private func driver(_ size: (Int, Int), sends: Int = 60) throws -> Driver {
        let ledger = try SampleLedger(Story.run(of: sends, until: .sample))
        return try Driver(ledger, size: Size(columns: size.0, rows: size.1))
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

    @Test("Marked sends, in order of their status", arguments: sizes)
    func marked(size: (Int, Int)) throws {
        try check(driver(size).press("o", "v", "v").press(.down).press("V"), "marked", size)
    }
}
