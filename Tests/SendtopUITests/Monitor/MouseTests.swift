import SendtopUI
import Testing

@Suite struct MouseTests {
    private func driver(_ size: Size = Size(columns: 120, rows: 36)) throws -> Driver {
        try Driver(SampleLedger(Story.run(of: 60, until: .sample)), size: size)
    }

    /// Clicks where a text stands first, in a row that holds another.
    private func click(_ text: String, in row: String = "", on driver: Driver) throws {
        let lines = driver.frame.lines
        let index = try #require(
            lines.firstIndex { $0.contains(row.isEmpty ? text : row) && $0.contains(text) },
            "\(text)"
        )
        let line = lines[index]
        let start = try #require(line.firstRange(of: text)?.lowerBound)
        press(.left, index, line.distance(from: line.startIndex, to: start), on: driver)
    }

    private func press(_ button: Mouse.Button, _ row: Int, _ column: Int, on driver: Driver) {
        driver.press(.mouse(Mouse(button: button, position: Position(row: row, column: column))))
    }

    @Test("A click on a row chooses its send, and shows its timeline")
    func row() throws {
        let driver = try driver()
        let line = driver.frame.lines[11]
        press(.left, 11, 30, on: driver)
        #expect(driver.frame.lines[11].hasPrefix("▌"))
        #expect(driver.frame.lines[11].dropFirst(2) == line.dropFirst(2))
        driver.expect("PAUSED").expect("timeline")
    }

    @Test("A click on a column's name puts the table in order by it, a second one in the contrary order")
    func header() throws {
        let driver = try driver()
        try click("STATUS", in: "DISPATCH", on: driver)
        driver.expect("STATUS▼")
        try click("STATUS", in: "DISPATCH", on: driver)
        driver.expect("STATUS▲")
    }

    @Test("A click on a pane takes the keyboard there, on a reason chooses it")
    func panes() throws {
        let driver = try driver().press(.down)
        try click("timeline ", on: driver)
        driver.expect("▌timeline")
        try click("✗ full", on: driver)
        driver.expect("▌bounce reasons").press(.enter).expect("class:full")
    }

    @Test("A click on a hint does what its key does")
    func hint() throws {
        let driver = try driver()
        try click("reasons", in: "filter", on: driver)
        driver.expectNot("bounce reasons")
        try click("? keys", on: driver)
        driver.press(.end).expect("With the mouse").expect("Shift and drag")
        try click("Esc close", on: driver)
        driver.expect("TIME")
        try click("/ filter", on: driver)
        driver.type("bounced").expect("/ bounced")
    }

    @Test("No click sends, exports or saves")
    func outside() throws {
        let driver = try driver().press("c").press(.right, .tab).type("user-17").press(.backTab, .backTab, .enter)
        driver.expect("Send password-reset to user-17")
        try click("y send", on: driver)
        try click("Send password-reset", on: driver)
        driver.press(.escape, .escape).press("v")
        try click("x export", on: driver)
        driver.expect("▌export sends")
        try click("Enter export", on: driver)
        try click("for a spreadsheet", on: driver)
        try click("Esc cancel", on: driver)
        driver.expectNot("▌export sends")
        driver.press("w")
        try click("1", in: "save as", on: driver)
        let changes = driver.effects.filter {
            switch $0 {
            case .send, .export, .remember: true
            default: false
            }
        }
        #expect(changes.isEmpty)
    }

    @Test("A click on a chart's bar shows that status since its minute")
    func chart() throws {
        let driver = try driver()
        let row = try #require(driver.frame.lines.firstIndex { $0.hasPrefix(" bounced") })
        press(.left, row, 11 + 57, on: driver)
        driver.expect("/ status:bounced since:14:01")
    }

    @Test("The wheel scrolls what is under it")
    func wheel() throws {
        let driver = try driver()
        let seventh = driver.frame.lines[7 + 6].dropFirst(2)
        press(.wheelDown, 12, 20, on: driver)
        press(.wheelDown, 12, 20, on: driver)
        #expect(driver.frame.lines[7].dropFirst(2) == seventh)
        press(.wheelUp, 12, 20, on: driver)
        press(.wheelUp, 12, 20, on: driver)
        driver.expect("LIVE").press("?")
        let first = driver.frame.lines[2]
        press(.wheelDown, 12, 20, on: driver)
        #expect(driver.frame.lines[2] != first)
        driver.press(.escape).press("T")
        press(.wheelDown, 30, 5, on: driver)
        driver.expectMarked("light")
    }

    @Test("Anywhere, any button and any layer: no click breaks anything", arguments: [(120, 36), (40, 10)])
    func everywhere(columns: Int, rows: Int) throws {
        let openings: [[Key]] = [
            [], [.down], [.enter], [.character("c")], [.character("/")], [.character("|")], [.character("T")],
            [.character("w")], [.character("?")], [.character("r")], [.character("e")],
            [.character("x")],
        ]
        for keys in openings {
            for button in [Mouse.Button.left, .wheelDown] {
                for row in stride(from: 0, through: rows, by: 9) {
                    let driver = try Driver(
                        SampleLedger(Story.run(of: 20, until: .sample)),
                        size: Size(columns: columns, rows: rows)
                    )
                    keys.forEach { driver.press($0) }
                    for column in [0, columns / 3, columns - 1, columns + 9] { press(button, row, column, on: driver) }
                    #expect(driver.frame.size.columns == columns)
                    let isChanged = driver.effects.contains {
                        switch $0 {
                        case .send, .export: true
                        default: false
                        }
                    }
                    #expect(!isChanged)
                }
            }
        }
    }
}
