/// Why a text is no Liquid that the sandbox reads, and where.
struct LiquidFault: Error, Sendable, Hashable {
    /// What is wrong at the place.
    enum Problem: Sendable, Hashable {
        /// `{{`, `{%`, a string or `${` that does not end.
        case unclosed(String)
        case unexpectedCharacter(Character)
        /// What stands there, and what should.
        case unexpected(String, expected: String)
        case unknownTag(String)
        case unknownFilter(String)
        case unknownVariable(String)
        case arguments(filter: String, count: Int, allowed: ClosedRange<Int>)
        /// A tag that belongs to no open block.
        case stray(tag: String)
        case tooDeep(limit: Int)
        /// What the service forbids in transactional campaigns.
        case forbidden(String)
        case abortLiteral
    }

    let problem: Problem
    /// From 1.
    let line: Int
    /// In Unicode scalars, from 1.
    let column: Int

    init(_ problem: Problem, at offset: Int, in scalars: [Unicode.Scalar]) {
        self.problem = problem
        var line = 1
        var column = 1
        for scalar in scalars.prefix(offset) {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}

extension LiquidFault: CustomStringConvertible {
    /// One sentence with the place, such as `line 2, column 7: the tag 'fi' is unknown`.
    var description: String {
        "line \(line), column \(column): \(problem.sentence)"
    }
}

extension LiquidFault.Problem {
    fileprivate var sentence: String {
        switch self {
        case .unclosed(let opening): "'\(opening)' is not closed"
        case .unexpectedCharacter(let character): "the character '\(character)' has no meaning here"
        case .unexpected(let found, let expected): "expected \(expected), and found \(found)"
        case .unknownTag(let name): "the tag '\(name)' is unknown"
        case .unknownFilter(let name): "the filter '\(name)' is unknown"
        case .unknownVariable(let name): "the variable '\(name)' is unknown"
        case .arguments(let filter, let count, let allowed) where allowed.count == 1:
            "the filter '\(filter)' takes \(allowed.lowerBound) arguments, and has \(count)"
        case .arguments(let filter, let count, let allowed):
            "the filter '\(filter)' takes \(allowed.lowerBound) to \(allowed.upperBound) arguments, and has \(count)"
        case .stray(let tag): "the tag '\(tag)' belongs to no open block"
        case .tooDeep(let limit): "the nesting is deeper than \(limit)"
        case .forbidden(let what): "\(what) is not allowed in transactional campaigns"
        case .abortLiteral: "abort_message takes one text in quotes, or nothing"
        }
    }
}
