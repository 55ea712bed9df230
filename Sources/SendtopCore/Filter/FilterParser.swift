/// Reads a filter's text, and goes on after a mistake so that all are found.
struct FilterParser {
    static let lengthLimit = 2_000
    static let depthLimit = 50

    private let text: String
    private let terms: FilterTermReader
    private var tokens: [FilterToken] = []
    private var position = 0
    private var mistakes: [FilterMistake] = []

    init(_ text: String, now: Timestamp) {
        self.text = text
        terms = FilterTermReader(now: now)
    }

    mutating func parse() throws(FilterError) -> Filter {
        if let beyond = text.index(text.startIndex, offsetBy: FilterParser.lengthLimit, limitedBy: text.endIndex),
            beyond < text.endIndex
        {
            let range = FilterParser.lengthLimit..<text.count
            throw FilterError(mistakes: [FilterMistake(.tooLong(limit: FilterParser.lengthLimit), range)])
        }
        var lexer = FilterLexer(text)
        while let token = lexer.next() { tokens.append(token) }
        mistakes = lexer.mistakes
        var parts: [Filter] = []
        while position < tokens.count {
            parts.append(alternatives(depth: 0))
            // Only a parenthesis that nothing opened ends the outermost level.
            if position < tokens.count {
                mistakes.append(FilterMistake(.unopenedParenthesis, tokens[position].range))
                position += 1
            }
        }
        guard mistakes.isEmpty else {
            throw FilterError(mistakes: mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
        return parts.first ?? .all
    }

    private mutating func alternatives(depth: Int) -> Filter {
        var last = conjunction(depth: depth)
        var parts = [last ?? .all]
        while let word = take(keyword: "or") {
            let isLeftMissing = last == nil
            last = conjunction(depth: depth)
            if isLeftMissing || last == nil { mistakes.append(word) }
            parts.append(last ?? .all)
        }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    /// The terms up to an `or` or a closing parenthesis; `nil` when there are none.
    private mutating func conjunction(depth: Int) -> Filter? {
        var parts: [Filter] = []
        while true {
            if let word = take(keyword: "and") {
                if parts.isEmpty || !isTermNext { mistakes.append(word) }
            } else if isTermNext {
                switch negation(depth: depth) {
                case .and(let inner): parts += inner
                case let part: parts.append(part)
                }
            } else {
                break
            }
        }
        return parts.count > 1 ? .and(parts) : parts.first
    }

    private mutating func negation(depth: Int) -> Filter {
        guard let word = take(keyword: "not") else { return term(depth: depth) }
        guard isTermNext else {
            mistakes.append(word)
            return .all
        }
        guard depth < FilterParser.depthLimit else { return tooDeep(at: word.range) }
        return .not(negation(depth: depth + 1))
    }

    private mutating func term(depth: Int) -> Filter {
        let token = tokens[position]
        position += 1
        switch token.kind {
        case .open: return group(from: token, depth: depth)
        case .close: return .all
        case .quoted, .regex, .plain: break
        }
        do {
            return try terms.filter(for: token)
        } catch {
            mistakes.append(error)
            return .all
        }
    }

    private mutating func group(from token: FilterToken, depth: Int) -> Filter {
        guard depth < FilterParser.depthLimit else { return tooDeep(at: token.range) }
        if position < tokens.count, tokens[position].kind == .close {
            mistakes.append(
                FilterMistake(.emptyParentheses, token.range.lowerBound..<tokens[position].range.upperBound)
            )
            position += 1
            return .all
        }
        let inner = alternatives(depth: depth + 1)
        if position < tokens.count, tokens[position].kind == .close {
            position += 1
        } else {
            mistakes.append(FilterMistake(.unclosedParenthesis, token.range))
        }
        return inner
    }

    /// Gives up on the rest of the text.
    private mutating func tooDeep(at range: Range<Int>) -> Filter {
        mistakes.append(FilterMistake(.tooDeep(limit: FilterParser.depthLimit), range))
        position = tokens.count
        return .all
    }

    /// Whether something other than `and`, `or` and a closing parenthesis follows.
    private var isTermNext: Bool {
        guard position < tokens.count else { return false }
        switch tokens[position].kind {
        case .close: return false
        case .plain(let text, nil): return !["and", "or"].contains(text.lowercased())
        default: return true
        }
    }

    /// Takes a keyword if it follows, as the mistake that it is when nothing stands beside it.
    private mutating func take(keyword: String) -> FilterMistake? {
        guard position < tokens.count, case .plain(let text, nil) = tokens[position].kind,
            text.lowercased() == keyword
        else { return nil }
        defer { position += 1 }
        return FilterMistake(.nothingBeside(text), tokens[position].range)
    }
}
