/// A piece of a template that was read.
indirect enum LiquidNode: Sendable, Hashable {
    /// One way through an `if`.
    struct Branch: Sendable, Hashable {
        var condition: LiquidCondition
        var body: [LiquidNode]
    }

    struct Loop: Sendable, Hashable {
        var variable: String
        var elements: LiquidOperand
        var limit: LiquidOperand?
        var offset: LiquidOperand?
        var isReversed = false
        var body: [LiquidNode] = []
        /// For when there are no elements.
        var otherwise: [LiquidNode] = []
    }

    case text(String)
    case output(LiquidExpression)
    /// The first branch that holds; `unless` is one whose first condition is turned round.
    case choice([Branch], otherwise: [LiquidNode], isUnless: Bool)
    case loop(Loop)
    case assign(String, LiquidExpression)
    case abort(String)
}
