/// What `if` and `unless` ask.
indirect enum LiquidCondition: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case unlike = "<>"
        case less = "<"
        case greater = ">"
        case atMost = "<="
        case atLeast = ">="
        case contains
    }

    case holds(LiquidOperand)
    case compare(LiquidOperand, Comparison, LiquidOperand)
    // Liquid reads chains from the right: a and (b or c).
    case both(LiquidCondition, LiquidCondition)
    case either(LiquidCondition, LiquidCondition)
}
