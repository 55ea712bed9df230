import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct PaletteTests {
    private func driver(_ size: Size = Size(columns: 120, rows: 36), settings: MonitorSettings = .sample) throws
        -> Driver
    {
        try Driver(SampleLedger(Story.run(of: 60, until: .sample)), size: size, settings: settings)
    }

    @Test("A few letters find an action, with its key and its sentence; Enter does it as its key would")
    func finds() throws {
        let driver = try driver().press(":").expect("▌command").type("them").expectMarked(
            "theme",
            "T",
            "Choose a theme"
        )
        driver.press(.enter).expectNot("▌command").expect("▌themes")
        #expect(driver.effects == [.listThemes])
        driver.press(.escape)
        driver.command("rever").expect("TIME▲").command("pause").expect("PAUSED").command("quit")
        #expect(driver.effects.last == .quit)
    }

    @Test("Every action of the screen is offered by its own name where it makes sense")
    func offered() throws {
        let driver = try driver().filter("status:bounced").press("w", "1").press(.down)
        for command in driver.state.offeredCommands {
            driver.press(":").type(command.name)
            #expect(driver.state.choices.first?.action == command.action, "\(command.name)")
            driver.press(.escape)
        }
        let empty = try Driver(SampleLedger([]))
        #expect(!empty.state.offeredCommands.contains { [.copy, .raw, .back, .view].contains($0.action) })
    }

    @Test("Up and Down choose, Tab takes the choice into the text, Esc, C-c and Backspace on nothing leave")
    func keys() throws {
        let driver = try driver().press(":").type("re").expectMarked("reasons").press(.down).expectMarked("reverse")
        driver.press(.up).expectMarked("reasons").press(.up).press(.down, .down).press(.tab).expect(" : reverse")
        driver.press(.escape).expectNot("▌command")
        driver.press(":").press(.control("c")).expectNot("▌command")
        driver.press(":").type("a").press(.backspace).expect("▌command").press(.backspace).expectNot("▌command")
        #expect(driver.effects.isEmpty)
        driver.press(":").type("theme").press(.control("u")).type("quit").press(.left, .home, .end).expect(" : quit")
    }

    @Test("An argument is completed: themes, views, columns, orders, campaigns")
    func arguments() throws {
        let driver = try driver().press(":").type("theme l").expectMarked("light").press(.tab).expect(" : theme light")
        driver.press(.enter).expect("theme light")
        driver.command("sort lat").expect("LAT▼").command("order dispatch asc").expect("DISPATC▲")
        driver.command("columns time,status,code").expectNot("REASON").expect("CODE")
        driver.press(":").type("columns time,la").press(.down, .down).expectMarked("last-seen").press(.tab)
        driver.expect(" : columns time,last-seen").press(.enter).expect("LAST SEEN").expectNot("STATUS")
        driver.command("compose passw").expect("password-reset").expect("▸ compose").press(.escape)
        driver.filter("bounced").command("save-view 4").expect("saved as view 4").press(.escape)
        driver.press(":").type("view ").expectMarked("4", "bounced").press(.enter).expect("▸ view 4")
        #expect(driver.state.filterLine.field.text == "bounced")
    }

    @Test("An argument that is optional is asked for by the action itself")
    func optional() throws {
        let driver = try driver().command("filter").type("bounced").expect("/ bounced").press(.enter)
        driver.command("columns").expect("▸ columns").press(.escape).command("save-view").expect("to 9 save as")
        driver.press("2").expect("saved as view 2").command("view")
        #expect(driver.state.palette?.field.text == "view ")
        driver.press(.enter)
        driver.expect("sends ▸ view 2").command("theme ").expect("▌themes")
    }

    @Test("A filter is used at once and remembered; its mistakes are marked where they are")
    func filter() throws {
        let driver = try driver().command("filter status:bounced").expect("/ status:bounced").expect("LIVE")
        guard case .remember(let memory)? = driver.effects.last else {
            Issue.record("nothing was remembered")
            return
        }
        #expect(memory.filters == ["status:bounced"])
        driver.command("filter lat>fast").expect("is no duration").expect("/ status:bounced")
        let row = try #require(driver.frame.lines.firstIndex { $0.contains(" : filter lat>fast") })
        let marked = (0..<40).filter { driver.frame[row, $0].style.isReversed }
        #expect(marked == Array(14...17))
    }

    @Test("A send is gone to by its id, whatever the filter", arguments: [true, false])
    func goTo(isFiltered: Bool) throws {
        let driver = try driver()
        let id = try #require(driver.ledger.rows[40].send.dispatchID)
        if isFiltered { driver.filter("status:aborted code:9") }
        driver.command("goto \(id.prefix(10))").expectMarked(String(id.prefix(8))).expect("/ all sends").expect(
            "PAUSED"
        )
        driver.press("[").expect(isFiltered ? "/ status:aborted" : "LIVE")
        driver.press("#").type("no-such-id").press(.enter).expect("No send has the id no-such-id")
    }

    @Test(
        "A mistake is named in place, with what was probably meant, and the palette stays",
        arguments: [
            ("thmee", "nearest is theme"), ("theme lihgt", "nearest is light"), ("view 7", "no view is saved under 7"),
            ("sort zzz", "no column zzz"), ("columns time,reson", "nearest is reason"), ("goto ", "go-to needs ID"),
            ("compose nobody", "no campaign nobody"), ("save-view 0", "digit from 1 to 9"),
            ("sort lat up", "no direction up"), ("xyzzy", "no command xyzzy"),
        ]
    )
    func mistakes(text: String, said: String) throws {
        let driver = try driver().filter("bounced").press("w", "1")
        let count = driver.effects.count
        driver.press(":").type(text).press(.enter).expect(said).expect("▌command")
        #expect(driver.effects.count == count)
        driver.type("x").expectNot(said)
    }

    @Test("Read-only refuses in the palette what it refuses by key")
    func readOnly() throws {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        for command in ["compose", "compose passw", "export", "save-view", "save-view 3", "compose-again", "filter a"] {
            let driver = try driver(settings: settings).command(command)
            #expect(driver.effects.isEmpty, "\(command)")
            driver.expectNot("▸ compose").expectNot("save as")
        }
    }

    @Test("A send from the palette's form still asks before it goes out")
    func confirms() throws {
        let driver = try driver().command("compose order").type("ada")
        driver.press(.backTab, .backTab, .enter).expect("Send order-confirmation to ada")
        #expect(!driver.effects.contains { if case .send = $0 { true } else { false } })
    }

    @Test("On any screen, typed text and the choice are seen", arguments: [(20, 5), (40, 10), (80, 24), (300, 80)])
    func sizes(columns: Int, rows: Int) throws {
        try driver(Size(columns: columns, rows: rows)).press(":").type("the").expect(" : the").expectMarked("theme")
    }
}
