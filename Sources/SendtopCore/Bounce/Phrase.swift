/// Words that a reply may hold, with gaps and choices.
///
/// - A phrase begins at the beginning of a word; with a leading `~`, or in a script without blanks, anywhere.
/// - It may end inside of a word; `_` is a blank, so that `spf_` is the whole word.
/// - `(a|b|)` offers a choice, also of nothing and also within a choice; `s?` is an `s` or nothing.
/// - `!(a|b)` matches nothing, where neither of the choices follows.
/// - `*` skips up to 64 bytes, to the beginning of a word or, before `~`, to anywhere.
struct Phrase: Sendable {
    enum Element: Sendable {
        case literal([UInt8])
        case choice([[UInt8]])
        case gap(toWord: Bool)
        case not([[UInt8]])
    }

    private static let gapLimit = 64
    /// The bytes by which phrases are indexed.
    static let keyLength = 3

    let elements: [Element]
    private let beginsWord: Bool

    init(beginsWord: Bool, elements: [Element]) {
        self.beginsWord = beginsWord
        self.elements = elements
    }

    /// The bytes with which an occurrence can begin.
    var keys: Set<[UInt8]> {
        var keys: Set<[UInt8]> = [[]]
        for element in elements {
            if keys.allSatisfy({ $0.count >= Phrase.keyLength }) { break }
            let options: [[UInt8]] =
                switch element {
                case .literal(let bytes): [bytes]
                case .choice(let options): options
                case .not: [[]]
                case .gap: []
                }
            keys = Set(
                keys.flatMap { key in
                    key.count >= Phrase.keyLength
                        ? [key] : options.map { Array((key + $0.prefix(Phrase.keyLength)).prefix(Phrase.keyLength)) }
                }
            )
        }
        return keys
    }

    /// Whether the phrase occurs at a place of a text that begins with a blank.
    func occurs(in text: [UInt8], at start: Int) -> Bool {
        if beginsWord, start == 0 || text[start - 1] != 0x20 { return false }
        return matches(elements[...], text, start)
    }

    private func matches(_ elements: ArraySlice<Element>, _ text: [UInt8], _ start: Int) -> Bool {
        guard let first = elements.first else { return true }
        let rest = elements.dropFirst()
        switch first {
        case .literal(let bytes):
            return Phrase.has(bytes, text, start) && matches(rest, text, start + bytes.count)
        case .choice(let options):
            return options.contains { Phrase.has($0, text, start) && matches(rest, text, start + $0.count) }
        case .gap(let toWord):
            return (start...min(start + Phrase.gapLimit, text.count)).contains { place in
                (!toWord || text[place - 1] == 0x20) && matches(rest, text, place)
            }
        case .not(let options):
            return !options.contains { Phrase.has($0, text, start) } && matches(rest, text, start)
        }
    }

    private static func has(_ bytes: [UInt8], _ text: [UInt8], _ start: Int) -> Bool {
        guard start + bytes.count <= text.count else { return false }
        var index = 0
        while index < bytes.count {
            if text[start + index] != bytes[index] { return false }
            index += 1
        }
        return true
    }
}
