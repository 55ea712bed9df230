import SendtopCore
import Testing

@testable import SendtopUI

@Suite struct ReadOnlyTests {
    /// Places from which every action of a scope is tried.
    private static let places: [Action.Scope: [[Key]]] = [
        .screen: [
            [], [.down, .down], [.down, .enter], [.down, .character("p")], [.down, .character("u")], [.tab, .tab],
            [.character("?")], [.character("*")], [.down, .character("v"), .character("v")],
        ],
        .columns: [[.character("|")], [.character("|"), .down, .down]],
        .saving: [[.character("w")]],
        .filter: [[.character("/")], "/bounced".map(Key.character)],
        .field: [[.character("/")], "/bounced".map(Key.character)],
        .everywhere: [[], [.character("/")], [.character("|")]],
    ]

    private func settings(isProduction: Bool) -> MonitorSettings {
        var settings = MonitorSettings.sample
        settings.isReadOnly = true
        settings.isProduction = isProduction
        settings.showsMessages = true
        settings.memory = ScreenMemory(filters: ["status:bounced"], views: [1: SavedView(filter: "lat>2s")])
        return settings
    }

    @Test("Every action, from everywhere: nothing but looking comes of it", arguments: Action.ID.allCases)
    func actions(id: Action.ID) throws {
        let action = try #require(Action.row(id))
        let ledger = try SampleLedger(Story.run(of: 60, until: .sample))
        for place in ReadOnlyTests.places[action.scope] ?? [] {
            for key in action.keys {
                let driver = try Driver(ledger, settings: settings(isProduction: false)).press("w").press("1")
                for key in place { driver.press(key) }
                driver.press(key).press(.enter).press("y").press(.enter)
                #expect(driver.effects.allSatisfy { $0.isLooking }, "\(id) after \(place): \(driver.effects)")
                #expect(driver.state.layers.contains(.compose) == false)
                #expect(driver.state.memory.views[1] == SavedView(filter: "lat>2s"))
            }
        }
    }

    @Test("Even with the form open, as it never is, nothing leaves", arguments: [true, false])
    func form(isProduction: Bool) throws {
        let settings = settings(isProduction: isProduction)
        let draft = SendDraft([.campaign: Story.campaigns[0].0, .externalUserID: "user-17"])
        for action in Action.all where [.form, .field, .confirm, .word].contains(action.scope) {
            for key in action.keys {
                var state = MonitorState(settings: settings)
                state.layers = [.compose]
                state.form.fill(draft)
                var effects: [Effect] = []
                if [.confirm, .word].contains(action.scope) { effects += state.update(.key(.enter)) }
                for character in settings.profile where isProduction {
                    effects += state.update(.key(.character(character)))
                }
                effects += state.update(.key(key))
                #expect(effects.allSatisfy { $0.isLooking }, "\(action.id): \(effects)")
            }
        }
    }

    @Test("What is refused is said to be")
    func sentences() throws {
        let driver = try Driver(
            SampleLedger(Story.run(of: 60, until: .sample)),
            settings: settings(isProduction: false)
        )
        driver.press(.down)
        for (key, sentence) in [
            ("c", "Nothing can be sent"), ("C", "Nothing can be sent"), ("x", "Nothing can be written"),
            ("w", "Nothing can be saved"), ("m", "Mails are not shown"),
        ] {
            driver.press(.character(Character(key))).expect("\(sentence)")
        }
        driver.expect("READ-ONLY").press(.up, .up).expectNot("c compose")
    }
}
