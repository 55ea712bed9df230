import Testing

@testable import SendtopUI

@Suite struct ActionTests {
    @Test("Every action is in the table once, and no key means two things in one place")
    func table() {
        #expect(
            Action.all.map(\.id).sorted { $0.rawValue < $1.rawValue }
                == Action.ID.allCases.sorted { $0.rawValue < $1.rawValue }
        )
        for scope in Action.Scope.allCases {
            let keys = Action.all.filter { [scope, .everywhere].contains($0.scope) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(scope)")
        }
    }

    @Test("Outside of text there is no Control but C-l and C-c")
    func control() {
        let outside = Action.all.filter { ![.field, .form, .choices].contains($0.scope) }.flatMap(\.keys)
        for key in outside {
            if case .control(let letter) = key { #expect("lc".contains(letter)) }
        }
    }

    @Test("No key of a text means something else in the form, and Shift changes nothing where it has no meaning")
    func layered() {
        let form = Set(Action.all.filter { $0.scope == .form }.flatMap(\.keys))
        let field = Set(Action.all.filter { $0.scope == .field }.flatMap(\.keys))
        #expect(form.isDisjoint(with: field))
        #expect(Keymap.standard.find(.modified(.up, .shift), in: [.screen]) == .up)
        #expect(Keymap.standard.find(.modified(.left, .shift), in: [.form, .field]) == .selectLeft)
    }

    @Test("Every help is a sentence, and every key has a name in ASCII, too")
    func help() {
        for action in Action.all {
            #expect(action.help.hasSuffix(".") && action.help.first?.isUppercase == true)
            #expect(!action.hint.isEmpty && !action.keys.isEmpty)
            #expect(action.keys.allSatisfy { $0.label(.ascii).utf8.allSatisfy { $0 < 0x80 } })
        }
    }

    @Test("The help names every key of the table")
    func overlay() {
        let text = HelpText.lines(for: MonitorState(settings: .sample), width: 100)
            .map { $0.map(\.text).joined() }.joined(separator: "\n")
        for action in Action.all {
            #expect(action.keys.allSatisfy { text.contains($0.label(.unicode)) }, "\(action.id)")
            #expect(text.contains(action.help.prefix(20)))
        }
    }
}
