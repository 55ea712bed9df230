/// Reads a regular expression.
struct RegexReader {
    static let lengthLimit = 256
    static let depthLimit = 20
    private static let repetitionLimit = 1_000

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    mutating func read() throws(SafeRegexError) -> RegexNode {
        guard !scalars.isEmpty else { throw .empty }
        guard scalars.count <= RegexReader.lengthLimit else { throw .tooLong(limit: RegexReader.lengthLimit) }
        let node = try choice(depth: 0)
        guard position == scalars.count else { throw .unopenedGroup }
        return node
    }

    private var peek: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func take() -> Unicode.Scalar? {
        guard position < scalars.count else { return nil }
        defer { position += 1 }
        return scalars[position]
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choice(depth: Int) throws(SafeRegexError) -> RegexNode {
        var options = [try sequence(depth: depth)]
        while skip("|") { options.append(try sequence(depth: depth)) }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence(depth: Int) throws(SafeRegexError) -> RegexNode {
        var nodes: [RegexNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" {
            nodes.append(try repeated(try atom(depth: depth)))
        }
        return nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func atom(depth: Int) throws(SafeRegexError) -> RegexNode {
        switch take() {
        case "."?: return .set(.any)
        case "^"?: return .start
        case "$"?: return .end
        case "["?: return .set(try set())
        case "("?: return try group(depth: depth + 1)
        case "\\"?: return .set(try escape())
        case "*"?, "+"?, "?"?: throw .nothingToRepeat
        case let scalar?: return .set(RegexSet(ranges: [scalar.value...scalar.value]))
        case nil: return .empty
        }
    }

    private mutating func group(depth: Int) throws(SafeRegexError) -> RegexNode {
        guard depth <= RegexReader.depthLimit else { throw .tooDeep(limit: RegexReader.depthLimit) }
        if skip("?"), !skip(":") { throw .unknownGroup }
        let node = try choice(depth: depth)
        guard skip(")") else { throw .unclosedGroup }
        return node
    }

    private mutating func repeated(_ atom: RegexNode) throws(SafeRegexError) -> RegexNode {
        var node = atom
        var isRepeated = false
        while let (least, most) = try counts() {
            guard !isRepeated else { throw .nothingToRepeat }
            isRepeated = true
            node = .repetition(node, least, most)
            // Lazily or not, the same texts match.
            _ = skip("?")
        }
        return node
    }

    /// Takes `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}` as its least and most; `nil` when none of them follows.
    private mutating func counts() throws(SafeRegexError) -> (Int, Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        let start = position
        guard skip("{"), let least = number() else {
            // A brace without a number is just a character.
            position = start
            return nil
        }
        let most = skip(",") ? number() : least
        guard skip("}"), most.map({ $0 >= least }) ?? true,
            max(least, most ?? 0) <= RegexReader.repetitionLimit
        else { throw .badRepetition }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = peek, 0x30...0x39 ~= scalar.value, (value ?? 0) <= RegexReader.repetitionLimit {
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            position += 1
        }
        return value
    }

    private mutating func escape() throws(SafeRegexError) -> RegexSet {
        guard let scalar = take() else { throw .badEscape("") }
        switch scalar {
        case "d": return .digit
        case "D": return .digit.negated
        case "w": return .word
        case "W": return .word.negated
        case "s": return .blank
        case "S": return .blank.negated
        case "t": return RegexSet(ranges: [0x09...0x09])
        case "n": return RegexSet(ranges: [0x0A...0x0A])
        case "r": return RegexSet(ranges: [0x0D...0x0D])
        case "a"..."z", "A"..."Z", "0"..."9": throw .badEscape(String(scalar))
        default: return RegexSet(ranges: [scalar.value...scalar.value])
        }
    }

    private mutating func set() throws(SafeRegexError) -> RegexSet {
        var result = RegexSet(ranges: [], isNegated: skip("^"))
        var isFirst = true
        while let scalar = take() {
            if scalar == "]", !isFirst { return result }
            isFirst = false
            var first = scalar.value
            if scalar == "\\" {
                let escaped = try escape()
                guard !escaped.isNegated, escaped.ranges.count == 1, let range = escaped.ranges.first, range.count == 1
                else {
                    result.ranges += escaped.isNegated ? RegexReader.complement(of: escaped) : escaped.ranges
                    continue
                }
                first = range.lowerBound
            }
            guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                result.ranges.append(first...first)
                continue
            }
            position += 1
            guard let last = take(), last != "\\", last.value >= first else { throw .badRange }
            result.ranges.append(first...last.value)
        }
        throw .unclosedSet
    }

    private static func complement(of set: RegexSet) -> [ClosedRange<UInt32>] {
        var next: UInt32 = 0
        var ranges: [ClosedRange<UInt32>] = []
        for range in set.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { ranges.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        return ranges + [next...0x10FFFF]
    }
}
