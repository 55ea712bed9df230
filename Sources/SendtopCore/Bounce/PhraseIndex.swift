/// Finds the first rule, in the order of a table, of which a phrase occurs in a reply.
///
/// Phrases are found by a hash of the bytes that they begin with, so that the time depends on the length of the
/// reply and hardly on the number of phrases.
struct PhraseIndex: Sendable {
    private struct Entry: Sendable {
        var rule: Int
        var phrase: Phrase
    }

    private static let bucketBits: UInt32 = 12

    private let rules: [BounceRule]
    /// By hash, in the order of the rules.
    private var buckets: [[Entry]] = Array(repeating: [], count: 1 << Int(bucketBits))

    init(_ rules: [BounceRule]) {
        self.rules = rules
        for (number, rule) in rules.enumerated() {
            for phrase in rule.phrases {
                for bucket in Set(phrase.keys.map { PhraseIndex.bucket($0, at: 0) }) {
                    buckets[bucket].append(Entry(rule: number, phrase: phrase))
                }
            }
        }
    }

    /// The first rule that applies to a reply.
    func firstRule(in reply: ReplyText) -> BounceRule? {
        let text = reply.words
        var best = rules.count
        var position = 0
        while position + Phrase.keyLength <= text.count {
            for entry in buckets[PhraseIndex.bucket(text, at: position)] {
                if entry.rule >= best { break }
                if entry.phrase.occurs(in: text, at: position), rules[entry.rule].applies(to: reply) {
                    best = entry.rule
                }
            }
            position += 1
        }
        return best < rules.count ? rules[best] : nil
    }

    private static func bucket(_ bytes: [UInt8], at start: Int) -> Int {
        var key: UInt32 = 0
        for offset in 0..<min(Phrase.keyLength, bytes.count - start) {
            key = key << 8 | UInt32(bytes[start + offset])
        }
        return Int((key &* 2_654_435_769) >> (32 - bucketBits))
    }
}

extension BounceRule {
    fileprivate func applies(to reply: ReplyText) -> Bool {
        switch condition {
        case .always: true
        case .permanent: !reply.isTemporary
        case .temporary: reply.isTemporary
        case .code(let subject, let detail):
            reply.enhancedCodes.contains { $0.subject == subject && $0.detail == detail }
        case .reply(let code): reply.replyCode == code
        }
    }
}
