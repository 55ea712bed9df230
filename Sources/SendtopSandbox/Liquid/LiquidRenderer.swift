import SendtopCore

/// Fills a template in.
struct LiquidRenderer {
    private static let stepLimit = 100_000
    private static let sizeLimit = 1_048_576

    private let scope: LiquidScope
    private var variables: [String: JSON] = [:]
    private var output = ""
    private var steps = 0
    private var size = 0

    init(scope: LiquidScope) {
        self.scope = scope
    }

    mutating func text(of nodes: [LiquidNode]) throws(LiquidStop) -> String {
        try render(nodes)
        return output
    }

    private mutating func render(_ nodes: [LiquidNode]) throws(LiquidStop) {
        for node in nodes {
            try spend(steps: 1)
            switch node {
            case .text(let text): try write(text)
            case .output(let expression): try write(try value(of: expression).liquidText)
            case .choice(let branches, let otherwise, let isUnless):
                try render(chosen(branches, isUnless: isUnless) ?? otherwise)
            case .loop(let loop): try render(loop)
            case .assign(let name, let expression): variables[name] = try value(of: expression)
            case .abort(let reason): throw .aborted(reason)
            }
        }
    }

    private mutating func spend(steps count: Int = 0, size bytes: Int = 0) throws(LiquidStop) {
        steps += count
        size += bytes
        guard steps <= LiquidRenderer.stepLimit, size <= LiquidRenderer.sizeLimit else { throw .exhausted }
    }

    private mutating func write(_ text: String) throws(LiquidStop) {
        try spend(size: text.utf8.count)
        output += text
    }

    // MARK: Choice and loop

    private func chosen(_ branches: [LiquidNode.Branch], isUnless: Bool) -> [LiquidNode]? {
        for (index, branch) in branches.enumerated() {
            let holds = holds(branch.condition)
            if holds != (isUnless && index == 0) { return branch.body }
        }
        return nil
    }

    private mutating func render(_ loop: LiquidNode.Loop) throws(LiquidStop) {
        var elements = try elements(of: loop.elements)
        if let offset = loop.offset { elements = Array(elements.dropFirst(count(offset))) }
        if let limit = loop.limit { elements = Array(elements.prefix(count(limit))) }
        if loop.isReversed { elements.reverse() }
        guard !elements.isEmpty else { return try render(loop.otherwise) }
        let (outerVariable, outerLoop) = (variables[loop.variable], variables["forloop"])
        for (index, element) in elements.enumerated() {
            try spend(steps: 1)
            variables[loop.variable] = element
            variables["forloop"] = LiquidRenderer.forloop(index, of: elements.count)
            try render(loop.body)
        }
        (variables[loop.variable], variables["forloop"]) = (outerVariable, outerLoop)
    }

    private mutating func elements(of operand: LiquidOperand) throws(LiquidStop) -> [JSON] {
        if case .range(let lower, let upper) = operand {
            let (first, last) = (value(of: lower).liquidInt, value(of: upper).liquidInt)
            guard first <= last else { return [] }
            guard last.subtractingReportingOverflow(first).partialValue < LiquidRenderer.stepLimit, last - first >= 0
            else { throw .exhausted }
            return (first...last).map { .number(JSONNumber($0)) }
        }
        return switch value(of: operand) {
        case .array(let elements): elements
        case .object(let object): object.members.map { [.string($0.key), $0.value] }
        case .string(let text) where !text.isEmpty: [.string(text)]
        default: []
        }
    }

    private func count(_ operand: LiquidOperand) -> Int {
        Int(clamping: max(0, value(of: operand).liquidInt))
    }

    private static func forloop(_ index: Int, of count: Int) -> JSON {
        [
            "index": .number(JSONNumber(index + 1)), "index0": .number(JSONNumber(index)),
            "rindex": .number(JSONNumber(count - index)), "rindex0": .number(JSONNumber(count - index - 1)),
            "first": .bool(index == 0), "last": .bool(index == count - 1), "length": .number(JSONNumber(count)),
        ]
    }

    // MARK: Values

    private mutating func value(of expression: LiquidExpression) throws(LiquidStop) -> JSON {
        var result = value(of: expression.operand)
        for call in expression.calls {
            let arguments = call.arguments.map(value(of:))
            result = call.filter.apply(to: result, arguments, now: scope.now)
            try spend(steps: 1, size: result.string?.utf8.count ?? result.array?.count ?? 0)
        }
        return result
    }

    private func value(of operand: LiquidOperand) -> JSON {
        switch operand {
        case .literal(let literal): literal
        case .empty: .string("")
        case .range(let lower, let upper):
            .string("\(value(of: lower).liquidText)..\(value(of: upper).liquidText)")
        case .path(let root, let steps):
            steps.reduce(value(of: root)) { LiquidRenderer.step($0, value(of: $1)) }
        }
    }

    private func value(of root: LiquidOperand.Root) -> JSON {
        switch root {
        case .profile(let field): scope.profile[field] ?? .null
        case .customAttribute(let name): scope.customAttributes[name] ?? .null
        case .triggerProperty(let name): scope.triggerProperties[name] ?? .null
        case .campaign(let field): scope.campaign[field] ?? .null
        case .variable(let name): variables[name] ?? .null
        }
    }

    private static func step(_ value: JSON, _ key: JSON) -> JSON {
        switch (value, key) {
        case (.object(let object), .string(let name)):
            return object[name] ?? (name == "size" ? .number(JSONNumber(object.members.count)) : .null)
        case (.array(let elements), .number(let number)):
            guard let index = number.int.flatMap({ Int(exactly: $0) }) else { return .null }
            let position = index < 0 ? elements.count + index : index
            return elements.indices.contains(position) ? elements[position] : .null
        case (.array(let elements), "first"): return elements.first ?? .null
        case (.array(let elements), "last"): return elements.last ?? .null
        case (.array(let elements), "size"): return .number(JSONNumber(elements.count))
        case (.string(let text), "size"): return .number(JSONNumber(text.count))
        default: return .null
        }
    }

    // MARK: Conditions

    private func holds(_ condition: LiquidCondition) -> Bool {
        switch condition {
        case .holds(let operand): value(of: operand).isLiquidTrue
        case .both(let left, let right): holds(left) && holds(right)
        case .either(let left, let right): holds(left) || holds(right)
        case .compare(let left, let comparison, let right):
            holds(left, comparison, right)
        }
    }

    private func holds(
        _ left: LiquidOperand,
        _ comparison: LiquidCondition.Comparison,
        _ right: LiquidOperand
    ) -> Bool {
        if left == .empty || right == .empty {
            let isEmpty = value(of: left == .empty ? right : left).isLiquidEmpty
            return comparison == .equal ? isEmpty : !isEmpty
        }
        let (first, second) = (value(of: left), value(of: right))
        return switch comparison {
        case .equal: first.isLiquidEqual(to: second)
        case .notEqual, .unlike: !first.isLiquidEqual(to: second)
        case .less: first.liquidOrder(before: second) == true
        case .greater: second.liquidOrder(before: first) == true
        case .atMost: second.liquidOrder(before: first) == false
        case .atLeast: first.liquidOrder(before: second) == false
        case .contains: first.liquidContains(second)
        }
    }
}
