import Testing

@testable import SendtopCore

@Suite("The tables of bounce rules")
struct BounceRulesTests {
    private let rules = BounceRules.strong + BounceRules.weak

    @Test("name every rule once, in words and hyphens")
    func names() {
        let names = rules.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    }

    @Test("hold no phrase that is too short to be indexed, or empty")
    func keys() {
        for rule in rules {
            #expect(!rule.phrases.isEmpty)
            for phrase in rule.phrases {
                #expect(!phrase.keys.isEmpty && phrase.keys.allSatisfy { $0.count == Phrase.keyLength }, "\(rule.name)")
            }
        }
    }

    @Test("are written in the letters that a reply is brought into")
    func letters() {
        for rule in rules {
            for bytes in rule.phrases.flatMap(\.elements).flatMap(\.texts) {
                let text = String(decoding: bytes, as: UTF8.self)
                let isPlain = text.unicodeScalars.allSatisfy { scalar in
                    switch scalar {
                    case "a"..."z", "0"..."9", " ", ".": true
                    default: scalar.value > 0x17F && String(scalar).lowercased() == String(scalar)
                    }
                }
                #expect(isPlain, "\(rule.name): \(text)")
            }
        }
    }

    @Test("call only what is permanent for a recipient hard")
    func permanence() {
        #expect(rules.filter(\.isHard).allSatisfy { [.noUser, .noDomain, .moved].contains($0.bounceClass) })
    }
}

extension Phrase.Element {
    fileprivate var texts: [[UInt8]] {
        switch self {
        case .literal(let bytes): [bytes]
        case .choice(let options), .not(let options): options
        case .gap: []
        }
    }
}
