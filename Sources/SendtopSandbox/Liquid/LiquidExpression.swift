/// A value and the filters that it goes through.
struct LiquidExpression: Sendable, Hashable {
    struct Call: Sendable, Hashable {
        var filter: LiquidFilter
        var arguments: [LiquidOperand]
    }

    var operand: LiquidOperand
    var calls: [Call] = []
}
