import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct KeymapTests {
    private func keymap(_ yaml: String) throws -> Keymap {
        try Keymap(yaml: yaml, file: "keys.yaml")
    }

    private func driver(_ yaml: String) throws -> Driver {
        var settings = MonitorSettings.sample
        settings.keymap = try keymap(yaml)
        return try Driver(SampleLedger(Story.run(of: 60, until: .sample)), settings: settings)
    }

    @Test("A key of one's own takes the place of the table's, in what it does and wherever it is named")
    func rebinds() throws {
        let driver = try driver("filter: f\nquit: [x, Q]\nexport: X\ntheme: none\n")
        driver.expect("f filter").expectNot("/ filter").press("/").expectNot("↑ older").press("f").expect("↑ older")
        driver.press(.escape).press("?").expect("Keys are changed by keys.yaml").press(.pageDown).expect("x Q").press(
            "x"
        )
        driver.press("T").expectNot("theme light").press(":").type("filter").expectMarked("filter TEXT", "f").press(
            .escape
        )
        #expect(driver.effects.isEmpty)
        driver.press("Q")
        #expect(driver.effects == [.quit])
    }

    @Test("Names of keys are those of the screen in ASCII, in any case, and some that others use")
    func names() throws {
        for action in Action.all {
            for key in action.keys where key != .control("h") {
                #expect(try Key(name: key.label(.ascii)) == key)
            }
        }
        #expect(try Key(name: "space") == .character(" "))
        #expect(try Key(name: "PageDown") == .pageDown)
        #expect(try Key(name: "C-A") == .control("a"))
        #expect(try Key(name: "ä") == .character("ä"))
        for name in ["F1", "C-", "C-1", "ab", "", "\u{7}", "e\u{301}", "M-x"] {
            #expect(throws: KeyNameFault.unknown) { try Key(name: name) }
        }
    }

    @Test("Views are on other keys, too: the first key is the first view")
    func views() throws {
        let driver = try driver("view: [A, S, D]\nsave-view-as: [a, s, d]\n")
        driver.filter("bounced").press("w", "s").expect("saved as view 2").press(.escape).press("S").expect("▸ view 2")
    }

    @Test("An empty file, or one of comments, changes nothing", arguments: ["", "# nothing\n", "---\n"])
    func empty(yaml: String) throws {
        #expect(try !keymap(yaml).isChanged)
    }

    @Test(
        "A fault names file, line and column, and what to do",
        arguments: [
            ("quit: q\nfliter: f", "keys.yaml:2:1: there is no action \"fliter\"; the nearest is filter."),
            ("filter: F13", "keys.yaml:1:9: there is no key \"F13\""),
            ("filter: Entr", "keys.yaml:1:9: there is no key \"Entr\"; the nearest is Enter."),
            ("filter: [f,\n  C-h]", "keys.yaml:2:3: C-h cannot be a key: it arrives as Backspace."),
            ("pause: C-z", "C-z cannot be a key: the terminal keeps it"),
            ("filter: q", "keys.yaml:1:9: q is a key of quit already (On every screen)"),
            ("filter: [f, f]", "f is there twice among the keys of filter"),
            ("filter: C-l", "C-l is a key of repaint already (Always)"),
            ("left: h", "keys.yaml:1:7: h cannot be a key of left, since it could not be typed"),
            ("repaint: r", "r cannot be a key of repaint"),
            (
                "quit: none\ncancel: none",
                "keys.yaml:2:1: no key would be left to end sendtop; give quit or cancel one."
            ),
            ("cancel: none\ndrop-filter: []", "no key would be left to leave the filter"),
            ("leave-palette: none\ncancel: none", "leave the palette"),
            ("filter:", "filter needs a key, a list of keys"), ("filter: {a: b}", "filter needs a key"),
            ("filter: f\nfilter: g", "the action filter is there twice"), ("[a, b]", "must be a mapping"),
            ("filter: ?\nhelp: *", "is not YAML"), ("view: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]", "9 keys at most"),
        ]
    )
    func faults(yaml: String, said: String) {
        do {
            _ = try keymap(yaml)
            Issue.record("no fault in \(yaml)")
        } catch {
            #expect("\(error)".contains(said), "\(error)")
        }
    }

    @Test("A key that an action gives up is free for another")
    func swaps() throws {
        let swapped = try keymap("filter: f\ngo-to: /\nquit: Q\ncompose: q\nhelp: c\n")
        #expect(swapped.find(.character("q"), in: [.screen]) == .compose)
        #expect(swapped.find(.character("/"), in: [.screen]) == .goTo)
        #expect(swapped.find(.character("?"), in: [.screen]) == nil)
    }
}
