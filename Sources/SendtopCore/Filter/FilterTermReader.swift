/// Reads one term of a filter: a word, a quoted text, an expression, a field with its value, or a comparison.
struct FilterTermReader {
    private let now: Timestamp

    init(now: Timestamp) {
        self.now = now
    }

    func filter(for token: FilterToken) throws(FilterMistake) -> Filter {
        switch token.kind {
        case .quoted(let text):
            return text.isEmpty ? .all : .word(text)
        case .regex(let pattern):
            do {
                return .regex(try SafeRegex(pattern))
            } catch {
                throw FilterMistake(.badRegex(error), token.range)
            }
        case .plain(let text, let value):
            return try filter(forPlain: text, quoted: value, at: token.range)
        case .open, .close:
            return .all
        }
    }

    private func filter(forPlain text: String, quoted: String?, at range: Range<Int>) throws(FilterMistake) -> Filter {
        let name = text.prefix { $0.isASCII && $0.isLetter }
        let rest = text[name.endIndex...]
        guard !name.isEmpty, let mark = rest.first, ":<>=".contains(mark) else {
            return .word(text + (quoted ?? ""))
        }
        let term = Term(
            name: name.lowercased(),
            mark: mark,
            text: String(rest.dropFirst()),
            quoted: quoted,
            nameRange: range.lowerBound..<(range.lowerBound + name.count),
            valueRange: (range.lowerBound + name.count + 1)..<range.upperBound
        )
        if let field = FilterField(rawValue: term.name) { return try filter(for: field, term) }
        switch term.name {
        case "lat": return try comparison(term) { .latency($0, milliseconds: $1) }
        case "age": return try comparison(term) { .age($0, milliseconds: $1) }
        case "since": return .since(try moment(term))
        case _ where mark != ":" || term.text.hasPrefix("//"): return .word(text)
        default: throw FilterMistake(.unknownField(String(name)), term.nameRange)
        }
    }

    /// A name, the character behind it, and what follows that.
    private struct Term {
        var name: String
        var mark: Character
        var text: String
        var quoted: String?
        var nameRange: Range<Int>
        var valueRange: Range<Int>

        func requireColon() throws(FilterMistake) {
            guard mark == ":" else { throw FilterMistake(.wrongOperator(name), nameRange) }
        }
    }

    private func filter(for field: FilterField, _ term: Term) throws(FilterMistake) -> Filter {
        try term.requireColon()
        let value = term.quoted ?? term.text
        guard !value.isEmpty else { throw FilterMistake(.missingValue(term.name), term.nameRange) }
        let pattern: TextPattern
        if term.quoted == nil, value.contains("*") {
            let parts = value.split(separator: "*", omittingEmptySubsequences: false)
            pattern = .whole(parts.map(String.init))
        } else {
            pattern = field.isWhole ? .whole([value]) : .contains(value)
        }
        if field == .bounceClass, !BounceClass.allCases.contains(where: { pattern.matches($0.rawValue) }) {
            throw FilterMistake(.unknownClass(value), term.valueRange)
        }
        return .field(field, pattern)
    }

    private func comparison(
        _ term: Term,
        _ make: (FilterComparison, Int64) -> Filter
    ) throws(FilterMistake) -> Filter {
        guard term.mark == "<" || term.mark == ">" else {
            throw FilterMistake(.wrongOperator(term.name), term.nameRange)
        }
        let hasEqual = term.text.hasPrefix("=")
        let text = String(term.text.dropFirst(hasEqual ? 1 : 0))
        guard !text.isEmpty else { throw FilterMistake(.missingValue(term.name), term.nameRange) }
        guard let milliseconds = FilterTermReader.milliseconds(text),
            let comparison = FilterComparison(rawValue: String(term.mark) + (hasEqual ? "=" : ""))
        else { throw FilterMistake(.badDuration(text), term.valueRange) }
        return make(comparison, milliseconds)
    }

    /// A number and a unit; the number may have a fraction.
    private static func milliseconds(_ text: String) -> Int64? {
        let number = text.prefix { $0 == "." || ("0"..."9").contains($0) }
        let unit: Double
        switch text[number.endIndex...] {
        case "ms": unit = 1
        case "s": unit = 1_000
        case "m": unit = 60_000
        case "h": unit = 3_600_000
        case "d": unit = 86_400_000
        default: return nil
        }
        guard let value = Double(number), value * unit < 1e15 else { return nil }
        return Int64((value * unit).rounded())
    }

    /// A time of day means the last one; a date its first moment.
    private func moment(_ term: Term) throws(FilterMistake) -> Timestamp {
        try term.requireColon()
        let text = term.quoted ?? term.text
        guard !text.isEmpty else { throw FilterMistake(.missingValue(term.name), term.nameRange) }
        for seconds in ["", ":00", "T00:00:00"] {
            if let moment = Timestamp(iso8601: text + seconds) { return moment }
            if let moment = Timestamp(iso8601: "\(now.day)T\(text)\(seconds)") {
                return moment <= now ? moment : moment.adding(milliseconds: -86_400_000)
            }
        }
        throw FilterMistake(.badTime(text), term.valueRange)
    }
}
