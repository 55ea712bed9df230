import SendtopThemes
import SendtopUI
import Testing

@Suite struct ThemePickerTests {
    private func driver(_ size: Size = Size(columns: 120, rows: 36)) throws -> Driver {
        var settings = MonitorSettings.sample
        settings.themes = Themes.all.map(\.name)
        return try Driver(SampleLedger(Story.run(of: 60, until: .sample)), size: size, settings: settings)
    }

    private func themes(_ driver: Driver) -> [String] {
        driver.effects.compactMap { if case .theme(let name) = $0 { name } else { nil } }
    }

    @Test("T lists all themes below the table; moving shows each at once, Enter keeps it for the next run")
    func keep() throws {
        let driver = try driver().press("T")
        driver.expect("themes").expect("solarized-dark").expect("✗ bounced").expect("TIME")
        driver.press(.down, .down)
        #expect(themes(driver) == ["light", "contrast-dark"])
        driver.expectMarked("contrast-dark").press(.enter).expect("theme contrast-dark").expectNot("solarized-dark")
        guard case .remember(let memory) = driver.effects.last else {
            Issue.record("nothing is remembered")
            return
        }
        #expect(memory.theme == "contrast-dark")
        #expect(ScreenMemory(json: memory.json).theme == "contrast-dark")
    }

    @Test("Esc goes back to the theme from before", arguments: [Key.escape, .control("c"), .character("q")])
    func drop(key: Key) throws {
        let driver = try driver().press("T").press(.end, key)
        #expect(themes(driver) == ["tokyo-night", "dark"])
        driver.expectNot("tokyo-night").press("T").expectMarked("dark")
    }

    @Test("A theme that cannot be used is named with its place, and is not kept")
    func fault() throws {
        let driver = try driver().press("T").press(.down)
        let sentence = "light.yaml:5:21: roles.text.rgb is \"red\"; it must be a colour."
        driver.take(.themeFailed(name: "light", sentence)).expect("light.yaml:5:21")
        driver.press(.enter)
        // It is tried again, since the file may have been mended.
        #expect(themes(driver) == ["light", "light"])
        driver.take(.themeFailed(name: "light", sentence)).expect("light.yaml:5:21").expect("solarized-dark")
        driver.press(.escape)
        #expect(themes(driver).last == "dark")
    }

    @Test("The list follows the files, and the keys go on from where they were")
    func list() throws {
        let driver = try driver().press("T")
        #expect(driver.effects == [.listThemes])
        driver.take(.themes(["dark", "mine", "light"])).press(.down).expectMarked("mine").expect("3 themes")
    }

    @Test("With --read-only a theme is used for this run alone")
    func readOnly() throws {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        let driver = try Driver(SampleLedger(Story.run(of: 9, until: .sample)), settings: settings)
        driver.press("T").press(.down, .enter)
        #expect(!driver.effects.contains { if case .remember = $0 { true } else { false } })
    }

    @Test("The picker on every screen", arguments: GoldenTests.sizes)
    func goldens(size: (Int, Int)) throws {
        let driver = try driver(Size(columns: size.0, rows: size.1)).press("T").press(.down, .down, .down)
        try Golden.check(driver.frame.text, "themes-\(size.0)x\(size.1)")
    }
}
