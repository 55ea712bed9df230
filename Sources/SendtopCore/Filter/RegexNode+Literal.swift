extension RegexNode {
    /// The longest text, as far as it is easily known, that every match holds; empty when there is none.
    var literal: String {
        var search = LiteralSearch()
        search.visit(self)
        search.endRun()
        return String(String.UnicodeScalarView(search.longest))
    }
}

/// Follows what a match must hold without a gap.
private struct LiteralSearch {
    /// Copies of a part that are spelled out.
    private static let copies = 16

    var longest: [Unicode.Scalar] = []
    private var run: [Unicode.Scalar] = []

    mutating func visit(_ node: RegexNode) {
        switch node {
        case .empty, .start, .end: break
        case .set(let set):
            if let only = set.only { run.append(only) } else { endRun() }
        case .sequence(let nodes):
            for node in nodes { visit(node) }
        case .choice: endRun()
        case .repetition(let node, let least, let most):
            for _ in 0..<min(least, LiteralSearch.copies) { visit(node) }
            // More of them may follow.
            if least != most || least > LiteralSearch.copies { endRun() }
        }
    }

    mutating func endRun() {
        if run.count > longest.count { longest = run }
        run = []
    }
}

extension RegexSet {
    /// The one character that is in the set, apart from its case.
    fileprivate var only: Unicode.Scalar? {
        guard !isNegated, ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
        return Unicode.Scalar(range.lowerBound)
    }
}
