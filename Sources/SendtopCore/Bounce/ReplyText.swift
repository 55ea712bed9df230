/// A reply in the form that rules compare: its codes, and its words without what differs from message to message.
///
/// Words are in lower case and without accents, a blank before, between and behind them. Addresses, numbers and
/// punctuation are gone; dotted names stay one word; `doesn't` is `does not`. Not more than the first part of a long
/// reply is read.
struct ReplyText: Sendable {
    private(set) var words: [UInt8] = [0x20]
    /// The first reply code of class 4 or 5.
    private(set) var replyCode: Int?
    /// The enhanced codes of class 4 and 5, each once.
    private(set) var enhancedCodes: [EnhancedCode] = []
    /// The parts before the `@` of the addresses that were left out, in lower case.
    private(set) var localParts: Set<String> = []

    /// How many characters of a reply are read.
    static let limit = 1_024

    private let scalars: [Unicode.Scalar]
    private var wordStart = 1
    private var isContraction = false

    init(_ text: String) {
        scalars = Array(text.unicodeScalars.prefix(ReplyText.limit))
        var start = 0
        while start < scalars.count {
            if isBreak(scalars[start]) {
                start += 1
                continue
            }
            var end = start
            var at: Int?
            while end < scalars.count, !isBreak(scalars[end]) {
                if scalars[end] == "@" { at = end }
                end += 1
            }
            if let at {
                localParts.insert(String(String.UnicodeScalarView(scalars[start..<at])).lowercased())
                // What follows a colon is no longer the address, as in `(neko@example.org:blocked)`.
                start = scalars[at..<end].firstIndex(of: ":") ?? end
            }
            readWords(from: start, to: end)
            endWord()
            start = end
        }
    }

    /// Whether the reply says that the failure is temporary, by either code.
    var isTemporary: Bool {
        if let replyCode, replyCode < 500 { return true }
        return enhancedCodes.contains { $0.statusClass == 4 }
    }

    /// The enhanced code that says most: the first with a subject and a detail, else the first.
    var enhancedCode: EnhancedCode? {
        enhancedCodes.first(where: \.isSpecific) ?? enhancedCodes.first
    }

    private mutating func readWords(from start: Int, to end: Int) {
        var position = start
        while position < end {
            let scalar = scalars[position]
            if scalar.isDigit, words.count == wordStart, let next = readNumber(at: position, before: end) {
                position = next
                continue
            }
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9":
                words.append(UInt8(truncatingIfNeeded: scalar.value) | (scalar.isDigit ? 0 : 0x20))
            case ".":
                joinOrEnd(at: position, before: end)
            case "'", "\u{2019}", "`":
                if words.count > wordStart { isContraction = true }
            case "-" where words.count == wordStart + 1 && words.last == UInt8(ascii: "e"):
                break
            case _ where scalar.value >= 0x80:
                appendFolded(scalar)
            default:
                endWord()
            }
            position += 1
        }
    }

    /// Dots stay inside of names, but not between sentences that lack a blank.
    private mutating func joinOrEnd(at position: Int, before end: Int) {
        guard words.count > wordStart, position + 1 < end, scalars[position + 1].isLetterOrDigit,
            !(scalars[position - 1].properties.isLowercase && scalars[position + 1].properties.isUppercase)
        else { return endWord() }
        words.append(UInt8(ascii: "."))
    }

    private mutating func appendFolded(_ scalar: Unicode.Scalar) {
        if let letter = LatinFold.letter(for: scalar) {
            words.append(letter)
        } else if scalar.properties.generalCategory != .nonspacingMark {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                words += scalar.properties.lowercaseMapping.utf8
            } else {
                endWord()
            }
        }
    }

    private mutating func endWord() {
        defer { isContraction = false }
        guard words.count > wordStart else { return }
        if isContraction, words.suffix(2) == [UInt8(ascii: "n"), UInt8(ascii: "t")] {
            words.removeLast(2)
            switch String(decoding: words[wordStart...], as: UTF8.self) {
            case "ca": words += "nnot".utf8
            case "wo": words.replaceSubrange(wordStart..., with: "will not".utf8)
            default: words += " not".utf8
            }
        }
        // One word, since an `address` by itself is a recipient's.
        if words[wordStart...].elementsEqual("address".utf8), words[..<wordStart].suffix(4) == ipWord {
            words.remove(at: wordStart - 1)
        }
        words.append(0x20)
        wordStart = words.count
    }

    private var ipWord: ArraySlice<UInt8> {
        [0x20, UInt8(ascii: "i"), UInt8(ascii: "p"), 0x20]
    }

    /// Takes a number as a code, or leaves it out; `nil` when it is the beginning of a word such as `4xx`.
    private mutating func readNumber(at start: Int, before limit: Int) -> Int? {
        var end = start
        while end < limit, scalars[end].isDigit || scalars[end] == "." { end += 1 }
        while end > start, scalars[end - 1] == "." { end -= 1 }
        if end < limit, scalars[end].isLetterOrDigit { return nil }
        let text = String(String.UnicodeScalarView(scalars[start..<end]))
        if let code = EnhancedCode(text) {
            if code.statusClass != 2, !enhancedCodes.contains(code) { enhancedCodes.append(code) }
        } else if end - start == 3, let number = Int(text), 400...599 ~= number, replyCode == nil,
            isReplyCode(from: start, to: end)
        {
            replyCode = number
        } else if start > 0, scalars[start - 1] == "#" || scalars[start - 1] == "_" || scalars[start - 1] == "-",
            words.count > 2, end - start <= 4
        {
            words += text.utf8
            endWord()
        }
        return end
    }

    /// Whether a number of three digits stands where a reply code does, and not in the middle of a sentence.
    private func isReplyCode(from start: Int, to end: Int) -> Bool {
        if words.count == 1 { return true }
        if end < scalars.count, scalars[end] == "-" { return true }
        let rest = scalars[end...].prefix(3).drop { $0 == " " || $0 == "#" || $0 == "(" }
        if rest.count == 2, rest.first == "4" || rest.first == "5", rest.last == "." { return true }
        guard let previous = scalars[..<start].last(where: { $0 != " " }) else { return true }
        if ":;'\"(<[=".unicodeScalars.contains(previous) { return true }
        let word = words.dropLast().split(separator: 0x20).last.map { String(decoding: $0, as: UTF8.self) }
        return ["said", "error", "code", "smtp", "status", "reply", "response", "with", "esmtp"].contains(word)
    }

    /// Whether the character ends an address.
    private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "(", ")", "[", "]", "{", "}", ",", ";", "\"", "|": true
        case _ where scalar.value <= 0x20: true
        default: scalar.value >= 0x80 && scalar.properties.isWhitespace
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool {
        0x30...0x39 ~= value
    }

    fileprivate var isLetterOrDigit: Bool {
        isDigit || 0x41...0x5A ~= value || 0x61...0x7A ~= value || value >= 0x80 && properties.isAlphabetic
    }
}
