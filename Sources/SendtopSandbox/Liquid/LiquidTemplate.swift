/// A text in the service's Liquid, read and ready to be filled in.
struct LiquidTemplate: Sendable, Hashable {
    private let nodes: [LiquidNode]

    /// Reads a template.
    ///
    /// - Throws: `LiquidFault` for what is not read; nothing is skipped.
    init(_ source: String) throws(LiquidFault) {
        nodes = try LiquidParser.nodes(of: source)
    }

    /// Fills the template in.
    ///
    /// - Throws: `LiquidStop` when the template aborts the message, or does too much.
    func render(_ scope: LiquidScope) throws(LiquidStop) -> String {
        var renderer = LiquidRenderer(scope: scope)
        return try renderer.text(of: nodes)
    }
}
