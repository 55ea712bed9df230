extension LiquidWords {
    private static let chainLimit = 64

    /// Comparisons, joined by `and` and `or`, which Liquid reads from the right.
    mutating func condition(_ length: Int = 1) throws(LiquidFault) -> LiquidCondition {
        guard length <= LiquidWords.chainLimit else { throw fault(.tooDeep(limit: LiquidWords.chainLimit)) }
        let first = try comparison()
        if passes(name: "and") { return .both(first, try condition(length + 1)) }
        if passes(name: "or") { return .either(first, try condition(length + 1)) }
        return first
    }

    private mutating func comparison() throws(LiquidFault) -> LiquidCondition {
        let left = try operand()
        for comparison in LiquidCondition.Comparison.allCases {
            let isNext = comparison == .contains ? passes(name: comparison.rawValue) : passes(comparison.rawValue)
            if isNext { return .compare(left, comparison, try operand()) }
        }
        return .holds(left)
    }
}
