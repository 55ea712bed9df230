/// Reads a template into nodes; what it does not know, it refuses.
struct LiquidParser {
    private static let depthLimit = 32

    private let scalars: [Unicode.Scalar]
    private let chunks: [LiquidChunk]
    private var position = 0
    private var depth = 0
    private var names: Set<String> = []

    /// The tag that ended a stretch of nodes, with its words after the name.
    private struct Terminator {
        var name: String
        var words: LiquidWords
        var start: Int
    }

    private init(_ source: String) throws(LiquidFault) {
        scalars = Array(source.unicodeScalars)
        chunks = try LiquidChunker.chunks(of: scalars)
    }

    /// Reads a whole template.
    ///
    /// - Throws: `LiquidFault` with the place of the first fault.
    static func nodes(of source: String) throws(LiquidFault) -> [LiquidNode] {
        var parser = try LiquidParser(source)
        let (nodes, terminator) = try parser.nodes()
        if let terminator { throw parser.fault(.stray(tag: terminator.name), at: terminator.start) }
        return nodes
    }

    private func fault(_ problem: LiquidFault.Problem, at offset: Int) -> LiquidFault {
        LiquidFault(problem, at: offset, in: scalars)
    }

    /// Reads up to a tag that ends or divides a block, or to the end.
    private mutating func nodes() throws(LiquidFault) -> ([LiquidNode], Terminator?) {
        var nodes: [LiquidNode] = []
        while position < chunks.count {
            let chunk = chunks[position]
            position += 1
            switch chunk.kind {
            case .text(let text):
                nodes.append(.text(text))
            case .output:
                var words = try LiquidWords(of: chunk, in: scalars, names: names)
                nodes.append(.output(try words.expression()))
                try words.expectEnd()
            case .tag:
                try refuseForbidden(chunk)
                var words = try LiquidWords(of: chunk, in: scalars, names: names)
                let name = try words.name("the name of a tag")
                switch name {
                case "elsif", "else", "endif", "endunless", "endfor":
                    return (nodes, Terminator(name: name, words: words, start: chunk.start))
                default:
                    nodes.append(try tag(name, &words, at: chunk.start))
                }
            }
        }
        return (nodes, nil)
    }

    /// Refuses by name what would not even read as words, such as the URL of Connected Content.
    private func refuseForbidden(_ chunk: LiquidChunk) throws(LiquidFault) {
        let words = scalars[chunk.range].split { !($0.properties.isAlphabetic || $0 == "_") }
        guard let first = words.first else { return }
        switch String(String.UnicodeScalarView(first)) {
        case "connected_content": throw fault(.forbidden("Connected Content"), at: chunk.start)
        case "promotion": throw fault(.forbidden("a promotion code"), at: chunk.start)
        default: break
        }
    }

    private mutating func tag(
        _ name: String,
        _ words: inout LiquidWords,
        at start: Int
    ) throws(LiquidFault) -> LiquidNode {
        switch name {
        case "if", "unless":
            return try block(at: start) { parser throws(LiquidFault) in try parser.choice(name, &words, at: start) }
        case "for":
            return try block(at: start) { parser throws(LiquidFault) in try parser.loop(&words, at: start) }
        case "assign":
            return try assign(&words)
        case "abort_message":
            return .abort(try LiquidParser.abortReason(&words))
        default:
            throw fault(.unknownTag(name), at: start)
        }
    }

    private mutating func block(
        at start: Int,
        _ read: (inout LiquidParser) throws(LiquidFault) -> LiquidNode
    ) throws(LiquidFault) -> LiquidNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= LiquidParser.depthLimit else { throw fault(.tooDeep(limit: LiquidParser.depthLimit), at: start) }
        return try read(&self)
    }

    private mutating func choice(
        _ name: String,
        _ words: inout LiquidWords,
        at start: Int
    ) throws(LiquidFault) -> LiquidNode {
        var condition = try words.condition()
        try words.expectEnd()
        var branches: [LiquidNode.Branch] = []
        while true {
            let (body, terminator) = try nodes()
            branches.append(LiquidNode.Branch(condition: condition, body: body))
            guard var terminator else { throw fault(.unclosed("{% \(name) %}"), at: start) }
            switch terminator.name {
            case "elsif":
                condition = try terminator.words.condition()
                try terminator.words.expectEnd()
            case "else":
                try terminator.words.expectEnd()
                let (otherwise, last) = try nodes()
                try close(last, with: "end\(name)", of: name, at: start)
                return .choice(branches, otherwise: otherwise, isUnless: name == "unless")
            default:
                try close(terminator, with: "end\(name)", of: name, at: start)
                return .choice(branches, otherwise: [], isUnless: name == "unless")
            }
        }
    }

    private mutating func loop(_ words: inout LiquidWords, at start: Int) throws(LiquidFault) -> LiquidNode {
        let variable = try words.name("the name of a variable")
        guard words.passes(name: "in") else { throw words.unexpected(expected: "'in'") }
        var loop = LiquidNode.Loop(variable: variable, elements: try words.operand())
        while true {
            if words.passes(name: "reversed") {
                loop.isReversed = true
            } else if words.passes(name: "limit") {
                try words.expect(":")
                loop.limit = try words.operand()
            } else if words.passes(name: "offset") {
                try words.expect(":")
                loop.offset = try words.operand()
            } else {
                break
            }
        }
        try words.expectEnd()
        let outside = names
        names.formUnion([variable, "forloop"])
        let (body, terminator) = try nodes()
        names = outside.union(names.subtracting([variable, "forloop"]))
        loop.body = body
        if terminator?.name == "else" {
            let (otherwise, last) = try nodes()
            loop.otherwise = otherwise
            try close(last, with: "endfor", of: "for", at: start)
        } else {
            try close(terminator, with: "endfor", of: "for", at: start)
        }
        return .loop(loop)
    }

    private func close(
        _ terminator: Terminator?,
        with end: String,
        of name: String,
        at start: Int
    ) throws(LiquidFault) {
        guard let terminator else { throw fault(.unclosed("{% \(name) %}"), at: start) }
        guard terminator.name == end else { throw fault(.stray(tag: terminator.name), at: terminator.start) }
        try terminator.words.expectEnd()
    }

    private mutating func assign(_ words: inout LiquidWords) throws(LiquidFault) -> LiquidNode {
        let name = try words.name("the name of a variable")
        try words.expect("=")
        let expression = try words.expression()
        try words.expectEnd()
        names.insert(name)
        return .assign(name, expression)
    }

    private static func abortReason(_ words: inout LiquidWords) throws(LiquidFault) -> String {
        let standard = "{% abort_message %} called"
        guard words.passes("(") else {
            try words.expectEnd()
            return standard
        }
        let reason = words.string()
        guard words.passes(")") else { throw words.fault(.abortLiteral) }
        try words.expectEnd()
        return reason ?? standard
    }
}
