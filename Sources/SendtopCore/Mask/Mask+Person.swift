extension Mask {
    /// Whom a text may name: the words that give a person away, and what stands in their place.
    public struct Person: Sendable, Hashable {
        struct Word: Sendable, Hashable {
            /// In lower case, as far as ASCII goes.
            var bytes: [UInt8]
            var replacement: String
        }

        /// The longest first.
        let words: [Word]
        let pseudonym: String?

        /// Of whom nothing is known: addresses are masked all the same.
        public static let nobody = Person(words: [], pseudonym: nil)
    }

    /// Letters of a part of a name, or of a property's value, from which it is looked for in texts.
    private static let shortest = 3
    /// Digits of a number, such as a telephone number, from which it is.
    private static let shortestNumber = 6

    /// The person whom a request named.
    ///
    /// - Parameter values: what requests say of the person, to be masked wherever it stands.
    public func person(_ recipient: String?, values: [String] = []) -> Person {
        guard let recipient, !recipient.isEmpty else { return Person(words: words(values), pseudonym: nil) }
        let pseudonym = pseudonym(recipient)
        var names = [recipient, Identifier.unescaped(recipient)]
        if let colon = recipient.firstIndex(of: ":") {
            let name = recipient[recipient.index(after: colon)...]
            if name.count >= Mask.shortest { names.append(String(name)) }
        }
        let named = Set(names).map { Person.Word(bytes: ASCIIFold.bytes($0), replacement: pseudonym) }
        let others = words(values).filter { other in !named.contains { $0.bytes == other.bytes } }
        return Person(
            words: (named + others).sorted { ($1.bytes.count, $0.replacement) < ($0.bytes.count, $1.replacement) },
            pseudonym: pseudonym
        )
    }

    private func words(_ values: [String]) -> [Person.Word] {
        Set(values).filter { value in
            value.contains { $0.isLetter } ? value.count >= Mask.shortest : value.count >= Mask.shortestNumber
        }
        .map { Person.Word(bytes: ASCIIFold.bytes($0), replacement: Mask.redacted) }
        .sorted { $1.bytes.count < $0.bytes.count }
    }

    /// What our own requests among the events say of their person: the values that are masked in the requests.
    public func values(in events: [Event]) -> [String] {
        var values: [String] = []
        for event in events where event.kind != .postback {
            if let body = try? JSON(bytes: event.body) { collect(body, .text, into: &values) }
        }
        return values
    }

    private func collect(_ json: JSON, _ rule: JSONMasker.Rule, into values: inout [String]) {
        switch json {
        case .object(let object):
            for member in object.members { collect(member.value, self.rule(of: member.key, in: rule), into: &values) }
        case .array(let elements):
            for element in elements { collect(element, rule, into: &values) }
        case .string(let text) where rule == .hidden: values.append(text)
        case .number(let number) where rule == .hidden: values.append(number.text)
        default: break
        }
    }
}
