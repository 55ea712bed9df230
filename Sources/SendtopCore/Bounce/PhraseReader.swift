/// Reads the phrases of a rule, which semicolons separate, in the notation that `Phrase` explains.
///
/// A line may be broken behind a `;` or a `|`, or where a blank is.
struct PhraseReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Every phrase of a text.
    static func phrases(in text: String) -> [Phrase] {
        // One word, as `ReplyText` has it.
        var bytes = Array(text.replacing("ip address", with: "ipaddress").utf8)
        for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "\n") {
            bytes[index] = bytes[index - 1] == UInt8(ascii: "|") ? UInt8(ascii: "\n") : 0x20
        }
        bytes.removeAll { $0 == UInt8(ascii: "\n") }
        return bytes.split(separator: UInt8(ascii: ";")).compactMap { part in
            let start = part.drop { $0 == 0x20 }
            guard let end = start.lastIndex(where: { $0 != 0x20 }) else { return nil }
            var reader = PhraseReader(bytes: Array(start[...end]))
            return reader.phrase()
        }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func phrase() -> Phrase {
        let beginsWord = takeWordMark()
        var elements: [Phrase.Element] = []
        var literal: [UInt8] = []
        func flushed() -> [Phrase.Element] {
            literal.isEmpty ? [] : [.literal(literal)]
        }
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "*"):
                while position < bytes.count, bytes[position] == 0x20 { position += 1 }
                elements += flushed() + [.gap(toWord: takeWordMark())]
                literal = []
            case UInt8(ascii: "("):
                elements += flushed() + [.choice(group())]
                literal = []
            case UInt8(ascii: "!"):
                position += 1
                elements += flushed() + [.not(group())]
                literal = []
            case UInt8(ascii: "?"):
                let last = literal.popLast().map { [$0] } ?? []
                elements += flushed() + [.choice([last, []])]
                literal = []
            case UInt8(ascii: "_"):
                literal.append(0x20)
            default:
                literal.append(byte)
            }
        }
        return Phrase(beginsWord: beginsWord, elements: elements + flushed())
    }

    /// Takes a `~`, and says whether what follows must begin a word.
    private mutating func takeWordMark() -> Bool {
        guard let byte = bytes[position...].first(where: { $0 != UInt8(ascii: "(") }) else { return true }
        if byte == UInt8(ascii: "~") {
            position += 1
            return false
        }
        // Latin, Greek and Cyrillic have blanks between words; the scripts of three bytes a letter have none.
        return byte < 0xE0
    }

    /// Takes a group, behind its parenthesis, as the texts that it stands for.
    private mutating func group() -> [[UInt8]] {
        var options: [[UInt8]] = []
        var current: [[UInt8]] = [[]]
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "("):
                let inner = group()
                current = current.flatMap { start in inner.map { start + $0 } }
            case UInt8(ascii: "|"):
                options += current
                current = [[]]
            case UInt8(ascii: ")"):
                return options + current
            case UInt8(ascii: "?"):
                current += current.map { $0.dropLast() }
            case UInt8(ascii: "_"):
                current = current.map { $0 + [0x20] }
            default:
                for index in current.indices { current[index].append(byte) }
            }
        }
        return options + current
    }
}
