import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct ExportTests {
    private func driver(_ size: Size = Size(columns: 120, rows: 36), settings: MonitorSettings = .sample) throws
        -> Driver
    {
        try Driver(SampleLedger(Story.run(of: 60, until: .sample)), size: size, settings: settings)
    }

    private func sends(_ driver: Driver) throws -> SendExport {
        guard case .export(.sends(let export))? = driver.effects.last else { throw NotExported() }
        return export
    }

    private func document(_ driver: Driver) throws -> ExportDocument {
        guard case .export(.document(let document))? = driver.effects.last else { throw NotExported() }
        return document
    }

    private struct NotExported: Error {}

    @Test("x asks for the format and says how much it is; Enter takes it, and it is the first the next time")
    func chooser() throws {
        let driver = try driver().filter("status:bounced").wait().press("x").expect("▌export sends").expect("10 sends")
        driver.expectMarked("csv").press(.down, .down).expectMarked("md").press(.enter).expectNot("▌export")
        #expect(try sends(driver).format == .md)
        driver.press("x").expectMarked("md").press(.up).press(.enter)
        #expect(try sends(driver).format == .ndjson)
        driver.press("x").press("t")
        #expect(try sends(driver).format == .txt)
        driver.press("x").expectMarked("txt")
    }

    @Test(
        "Esc, q, x again and C-c leave the chooser and nothing else",
        arguments: [.escape, .character("q"), .character("x"), .control("c")] as [Key]
    )
    func leave(key: Key) throws {
        let driver = try driver().filter("status:bounced").press("x").press(key)
        driver.expectNot("▌export").expect("/ status:bounced").press("x").press("/").expect("▌export")
        #expect(!driver.effects.contains { if case .export = $0 { true } else { false } })
    }

    @Test("Filter, order, columns and marks are those of the screen")
    func selection() throws {
        let driver = try driver().filter("status:bounced").command("columns code,time,status").command("sort code asc")
        var export = try sends(driver.press("x").press("c"))
        #expect(export.selection == .filter(.field(.status, .whole(["bounced"]))))
        #expect(export.order == RowOrder(.code, isDescending: false))
        #expect(export.table.columns.map(\.name) == ["code", "time", "status"])
        driver.press(.home).press("v", "v").press("x").expect("2 marked sends").press("n")
        export = try sends(driver)
        #expect(export.selection == .sends(driver.state.marks.sorted(by: >)))
    }

    @Test("A row has what the screen cuts short, and for people what it shows")
    func row() throws {
        let row = try #require(SampleLedger(Story.run(of: 60, until: .sample)).rows.first { $0.code == "5.1.1" })
        let table = SendTable(Column.allCases, campaigns: [Story.campaigns[0].0: "order-confirmation"])
        let exported = table.row(row)
        #expect(exported.object.members.map(\.key) == Column.allCases.map(\.rawValue))
        #expect(exported.object["dispatch"]?.string == row.send.dispatchID)
        #expect(exported.object["lat"] == row.send.latency.map { .number(JSONNumber($0)) })
        #expect(exported.object["status"] == "bounced" && exported.shown["status"] == "✗ bounced")
        #expect(exported.object["time"]?.string == row.send.firstSeen.iso8601)
    }

    @Test("The palette takes the format, completes it, and names what is wrong")
    func palette() throws {
        let driver = try driver().press(":").type("export m").expectMarked("md", "for a ticket").press(.enter)
        #expect(try sends(driver).format == .md)
        driver.command("export CSV")
        #expect(try sends(driver).format == .csv)
        driver.command("export sgv").expect("no format sgv; the nearest is svg").press(.escape)
        driver.command("export").expect("▌export sends").expectMarked("csv").press(.escape)
        driver.command("export svg")
        #expect(driver.effects.last == .export(.picture))
    }

    @Test(
        "Charts and texts have no rows: the chooser says so, and takes what there is",
        arguments: ["h", "p", "e", "?"] as [Character]
    )
    func texts(key: Character) throws {
        let driver = try driver().filter("status:bounced").press(.down).press(key).press("x")
        driver.expect("needs rows").press("c").expect("There is no csv of").expect("▌export")
        #expect(driver.effects.allSatisfy { if case .export = $0 { false } else { true } })
        driver.press("t")
        let text = try document(driver).text
        #expect(try document(driver).format == .txt && !text.isEmpty)
        driver.press("x").press("m")
        let markdown = try document(driver).text
        #expect(markdown.hasPrefix("# ") && markdown.contains("\n```text\n") && markdown.hasSuffix("\n```\n"))
        for line in text.split(separator: "\n").dropFirst() { #expect(markdown.contains(line)) }
        driver.command("export ndjson").expect("There is no ndjson of")
        driver.press("x").press("s")
        #expect(driver.effects.last == .export(.picture))
    }

    @Test("The timeline: its events as rows, its facts and its drawing for people", arguments: [true, false])
    func timeline(isOpen: Bool) throws {
        let driver = try driver().filter("status:bounced").press(.down)
        driver.press(isOpen ? .enter : .tab)
        let send = try #require(driver.state.chosen?.send)
        let dispatch = try #require(send.dispatchID)
        driver.press("x").expect("▌export timeline").press("n")
        let lines = try document(driver).text.split(separator: "\n").map { try JSON(text: String($0)).object }
        #expect(lines.count == TimelineEntry.entries(of: try #require(driver.state.timeline)).count)
        #expect(lines.last??["event"] == "bounced" && lines.last??["reason"] == send.reason.map(JSON.string))
        driver.press("x").press("m")
        let markdown = try document(driver).text
        #expect(markdown.hasPrefix("# timeline \(dispatch)") && markdown.contains("| TIME | EVENT |"))
        #expect(markdown.contains("- status: ✗ bounced\n"))
        driver.press("x").press("t")
        #expect(try document(driver).text.contains(" dispatch id       \(dispatch)\n"))
        driver.press("x").press("c")
        #expect(try document(driver).text.hasPrefix("time,event,offset,took,usual,lag,detail,reason\r\n"))
        #expect(try document(driver).summary.hasPrefix("timeline, \(lines.count) entries"))
    }

    @Test("Bounce reasons: a group a row")
    func reasons() throws {
        let driver = try driver().press(.tab).press("x").expect("▌export bounce reasons").press("n")
        let groups = try #require(driver.state.page?.reasons)
        let lines = try document(driver).text.split(separator: "\n").map { try JSON(text: String($0)).object }
        #expect(lines.map { $0?["reason"]?.string } == groups.map(\.example))
        #expect(lines.map { $0?["count"] } == groups.map { .number(JSONNumber($0.count)) })
        for key in ["c", "m", "t"] as [Character] {
            driver.press("x").press(key)
            #expect(try document(driver).text.split(whereSeparator: \.isNewline).count > groups.count)
        }
    }

    @Test("The picture is the screen without the chooser, a notice, or what was peeked at")
    func picture() throws {
        var settings = MonitorSettings.sample
        settings.isMasked = true
        var ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        ledger.mask = Mask(key: Array(repeating: 7, count: 16))
        let driver = try Driver(ledger, settings: settings).press(.down)
        let id = try #require(driver.state.chosen?.id)
        let before = driver.state.picture(theme: driver.theme, now: driver.now).text
        driver.take(.peeked(try #require(ledger.timeline(of: id)))).expect("UNMASKED")
        driver.take(.said("something", isProblem: false)).press("x")
        #expect(driver.state.picture(theme: driver.theme, now: driver.now).text == before)
        #expect(driver.frame.svg(theme: driver.theme) != before)
        driver.press(.escape, .enter).take(.peeked(try #require(ledger.timeline(of: id)))).press("x").press("m")
        #expect(!(try document(driver).text.contains("user-1")))
    }

    @Test("Hostile texts stay within their line and their block")
    func hostile() throws {
        var story = Story(dispatchID: "f00d-0000", campaign: Story.campaigns[0].0, start: .sample, outcome: .bounced)
        story.reason = "550 ```` | \u{202E}x\u{1B}[2J\n# no heading\n```\n<script>"
        let driver = try driver().arrive(story).press(.down, .up).press(.enter)
        for keys in [["x", "m"], ["x", "t"], ["p", "x", "m"]] as [[Character]] {
            for key in keys { driver.press(key) }
            let text = try document(driver).text
            #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnTerminals }, "\(text)")
            #expect(!text.contains("\n# no heading"))
        }
    }

    @Test("Read-only opens no chooser, by key or palette")
    func readOnly() throws {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        for command in ["export", "export csv", "export svg"] {
            let driver = try driver(settings: settings).command(command).expect("Nothing can be written")
            #expect(driver.effects.isEmpty)
        }
        try driver(settings: settings).press("x").expect("Nothing can be written").expectNot("▌export")
    }

    @Test("A notice that is longer than the line is whole", arguments: [(40, 10), (80, 24), (120, 36)])
    func notice(columns: Int, rows: Int) throws {
        let path = "/home/ada/.local/state/sendtop/exports/sends-20200831T185845000.ndjson"
        let driver = try driver(Size(columns: columns, rows: rows))
        driver.take(.said("1 204 sends written to \(path)", isProblem: false))
        let text = driver.frame.lines.map { $0.trimmingBlanks }.joined()
        #expect(text.contains(path), "\n\(driver.frame.text)")
    }
}
