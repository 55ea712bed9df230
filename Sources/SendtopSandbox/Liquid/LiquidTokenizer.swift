import SendtopCore

/// Cuts the inside of `{{ }}` or `{% %}` into words.
struct LiquidTokenizer {
    private static let symbols = [
        "==", "!=", "<>", "<=", ">=", "..", "<", ">", "=", "|", ":", ",", ".", "[", "]", "(", ")",
    ]

    private let scalars: [Unicode.Scalar]
    private let end: Int
    private var position: Int
    private var tokens: [LiquidToken] = []

    private init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.scalars = scalars
        position = range.lowerBound
        end = range.upperBound
    }

    static func tokens(of scalars: [Unicode.Scalar], in range: Range<Int>) throws(LiquidFault) -> [LiquidToken] {
        var tokenizer = LiquidTokenizer(scalars, range)
        while let next = tokenizer.scalar() {
            try tokenizer.token(beginningWith: next)
        }
        return tokenizer.tokens
    }

    private func scalar(ahead distance: Int = 0) -> Unicode.Scalar? {
        position + distance < end ? scalars[position + distance] : nil
    }

    private mutating func token(beginningWith next: Unicode.Scalar) throws(LiquidFault) {
        let start = position
        switch next {
        case _ where next.properties.isWhitespace:
            position += 1
        case "'", "\"":
            position += 1
            add(.string(try text(until: next, from: start, opening: String(next))), at: start)
        case "$" where scalar(ahead: 1) == "{":
            position += 2
            let name = try text(until: "}", from: start, opening: "${")
            add(.field(name.filter { !$0.isWhitespace }), at: start)
        case _ where next.isDigit, "-" where scalar(ahead: 1)?.isDigit == true:
            try number(from: start)
        case _ where next == "_" || next.properties.isAlphabetic:
            add(.name(take { $0 == "_" || $0 == "-" || $0.isDigit || $0.properties.isAlphabetic }), at: start)
        default:
            try symbol(from: start, next)
        }
    }

    private mutating func add(_ kind: LiquidToken.Kind, at offset: Int) {
        tokens.append(LiquidToken(kind: kind, offset: offset))
    }

    private mutating func take(while isMember: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let next = scalar(), isMember(next) {
            text.append(next)
            position += 1
        }
        return String(text)
    }

    private mutating func text(
        until closing: Unicode.Scalar,
        from start: Int,
        opening: String
    ) throws(LiquidFault) -> String {
        let text = take { $0 != closing }
        guard scalar() != nil else { throw LiquidFault(.unclosed(opening), at: start, in: scalars) }
        position += 1
        return text
    }

    private mutating func number(from start: Int) throws(LiquidFault) {
        var text = scalar() == "-" ? "-" : ""
        if !text.isEmpty { position += 1 }
        text += take(while: \.isDigit)
        if scalar() == ".", scalar(ahead: 1)?.isDigit == true {
            position += 1
            text += "." + take(while: \.isDigit)
        }
        let number = Int64(text).map { JSONNumber($0) } ?? Double(text).flatMap { JSONNumber($0) }
        guard let number else {
            throw LiquidFault(.unexpected("'\(text)'", expected: "a number"), at: start, in: scalars)
        }
        add(.number(number), at: start)
    }

    private mutating func symbol(from start: Int, _ next: Unicode.Scalar) throws(LiquidFault) {
        let found = LiquidTokenizer.symbols.first { symbol in
            symbol.unicodeScalars.enumerated().allSatisfy { scalar(ahead: $0) == $1 }
        }
        guard let found else { throw LiquidFault(.unexpectedCharacter(Character(next)), at: start, in: scalars) }
        position += found.unicodeScalars.count
        add(.symbol(found), at: start)
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool {
        ("0"..."9").contains(self)
    }
}
