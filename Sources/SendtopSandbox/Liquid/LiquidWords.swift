import SendtopCore

/// The words of one `{{ }}` or `{% %}`, read from the front.
struct LiquidWords {
    private static let depthLimit = 16

    private let tokens: [LiquidToken]
    private let scalars: [Unicode.Scalar]
    private let end: Int
    private var position = 0
    private var depth = 0
    /// The names that `assign` and `for` made.
    let names: Set<String>

    init(of chunk: LiquidChunk, in scalars: [Unicode.Scalar], names: Set<String>) throws(LiquidFault) {
        tokens = try LiquidTokenizer.tokens(of: scalars, in: chunk.range)
        self.scalars = scalars
        end = chunk.range.upperBound
        self.names = names
    }

    private var next: LiquidToken? {
        position < tokens.count ? tokens[position] : nil
    }

    /// Where the next word begins, or where the words end.
    var offset: Int {
        next?.offset ?? end
    }

    func fault(_ problem: LiquidFault.Problem, at offset: Int? = nil) -> LiquidFault {
        LiquidFault(problem, at: offset ?? self.offset, in: scalars)
    }

    func unexpected(expected: String) -> LiquidFault {
        fault(.unexpected(next?.shown ?? "the end", expected: expected))
    }

    /// Passes a symbol when it is next.
    mutating func passes(_ symbol: String) -> Bool {
        guard next?.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    /// Passes a name when it is next.
    mutating func passes(name: String) -> Bool {
        guard next?.kind == .name(name) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ symbol: String) throws(LiquidFault) {
        guard passes(symbol) else { throw unexpected(expected: "'\(symbol)'") }
    }

    mutating func name(_ what: String) throws(LiquidFault) -> String {
        guard case .name(let name) = next?.kind else { throw unexpected(expected: what) }
        position += 1
        return name
    }

    /// A text in quotes, when it is next.
    mutating func string() -> String? {
        guard case .string(let text) = next?.kind else { return nil }
        position += 1
        return text
    }

    func expectEnd() throws(LiquidFault) {
        if next != nil { throw unexpected(expected: "the end") }
    }

    // MARK: Values

    mutating func expression() throws(LiquidFault) -> LiquidExpression {
        var expression = LiquidExpression(operand: try operand())
        while passes("|") {
            expression.calls.append(try call())
        }
        return expression
    }

    private mutating func call() throws(LiquidFault) -> LiquidExpression.Call {
        let start = offset
        let name = try name("the name of a filter")
        guard let filter = LiquidFilter(rawValue: name) else { throw fault(.unknownFilter(name), at: start) }
        var arguments: [LiquidOperand] = []
        if passes(":") {
            repeat { arguments.append(try operand()) } while passes(",")
        }
        guard filter.arguments.contains(arguments.count) else {
            throw fault(.arguments(filter: name, count: arguments.count, allowed: filter.arguments), at: start)
        }
        return LiquidExpression.Call(filter: filter, arguments: arguments)
    }

    mutating func operand() throws(LiquidFault) -> LiquidOperand {
        depth += 1
        defer { depth -= 1 }
        guard depth <= LiquidWords.depthLimit else { throw fault(.tooDeep(limit: LiquidWords.depthLimit)) }
        let start = offset
        switch next?.kind {
        case .string(let text):
            position += 1
            return .literal(.string(text))
        case .number(let number):
            position += 1
            return .literal(.number(number))
        case .field(let name):
            position += 1
            guard let field = LiquidProfileField(rawValue: name) else {
                throw fault(.unknownVariable("${\(name)}"), at: start)
            }
            return .path(.profile(field), try steps())
        case .symbol("("):
            position += 1
            let lower = try operand()
            try expect("..")
            let upper = try operand()
            try expect(")")
            return .range(lower, upper)
        case .name(let name):
            position += 1
            return try named(name, at: start)
        case .symbol, nil:
            throw unexpected(expected: "a value")
        }
    }

    private mutating func named(_ name: String, at start: Int) throws(LiquidFault) -> LiquidOperand {
        switch name {
        case "true": return .literal(true)
        case "false": return .literal(false)
        case "nil", "null": return .literal(.null)
        case "empty", "blank": return .empty
        case "custom_attribute": return .path(.customAttribute(try field()), try steps())
        case "api_trigger_properties": return .path(.triggerProperty(try field()), try steps())
        case "campaign":
            let name = try field()
            guard let field = LiquidCampaignField(rawValue: name) else {
                throw fault(.unknownVariable("campaign.${\(name)}"), at: start)
            }
            return .path(.campaign(field), [])
        case _ where names.contains(name): return .path(.variable(name), try steps())
        default: throw fault(.unknownVariable(name), at: start)
        }
    }

    /// The `.${name}` after an object of the service.
    private mutating func field() throws(LiquidFault) -> String {
        try expect(".")
        guard case .field(let name) = next?.kind, !name.isEmpty else { throw unexpected(expected: "'${…}'") }
        position += 1
        return name
    }

    /// The `.name` and `[…]` after a value.
    private mutating func steps() throws(LiquidFault) -> [LiquidOperand] {
        var steps: [LiquidOperand] = []
        while true {
            if passes(".") {
                if case .field(let name) = next?.kind {
                    position += 1
                    steps.append(.literal(.string(name)))
                } else {
                    steps.append(.literal(.string(try name("a name after the dot"))))
                }
            } else if passes("[") {
                steps.append(try operand())
                try expect("]")
            } else {
                return steps
            }
        }
    }
}
