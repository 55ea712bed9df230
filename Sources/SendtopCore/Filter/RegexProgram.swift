/// A regular expression as steps that all its ways through a text take side by side (Thompson's construction).
struct RegexProgram: Sendable {
    private enum Step: Sendable {
        /// Takes a character that one of `sets` has, by its index.
        case set(Int)
        case start
        case end
        case jump(Int)
        case fork(Int, Int)
        case match
    }

    private static let stepLimit = 2_000

    private var steps: [Step] = []
    private var sets: [RegexTable] = []
    /// What a match can begin with; `nil` when it can be empty.
    private var first: RegexTable?
    /// Parts emitted so far; an empty one is no step but takes time.
    private var work = 0

    init(_ node: RegexNode) throws(SafeRegexError) {
        try emit(node)
        steps.append(.match)
        var ways = Ways(count: steps.count)
        let canBeEmpty = follow(0, true, true, &ways)
        if !canBeEmpty { first = RegexTable(anyOf: ways.steps.compactMap(table)) }
    }

    private func table(of step: Int) -> RegexTable? {
        guard case .set(let index) = steps[step] else { return nil }
        return sets[index]
    }

    private mutating func emit(_ node: RegexNode) throws(SafeRegexError) {
        work += 1
        guard max(work, steps.count) < RegexProgram.stepLimit else { throw .tooLarge }
        switch node {
        case .empty: break
        case .set(let set):
            steps.append(.set(sets.count))
            sets.append(RegexTable(set))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .sequence(let nodes):
            for node in nodes { try emit(node) }
        case .choice(let nodes): try emitChoice(nodes[...])
        case .repetition(let node, let least, let most): try emitRepetition(node, least, most)
        }
    }

    private mutating func emitChoice(_ nodes: ArraySlice<RegexNode>) throws(SafeRegexError) {
        var ends: [Int] = []
        for node in nodes.dropLast() {
            let fork = steps.count
            steps.append(.match)
            try emit(node)
            ends.append(steps.count)
            steps.append(.match)
            steps[fork] = .fork(fork + 1, steps.count)
        }
        if let last = nodes.last { try emit(last) }
        for end in ends { steps[end] = .jump(steps.count) }
    }

    private mutating func emitRepetition(
        _ node: RegexNode,
        _ least: Int,
        _ most: Int?
    ) throws(SafeRegexError) {
        for _ in 0..<least { try emit(node) }
        guard let most else {
            let fork = steps.count
            steps.append(.match)
            try emit(node)
            steps.append(.jump(fork))
            steps[fork] = .fork(fork + 1, steps.count)
            return
        }
        var forks: [Int] = []
        for _ in least..<max(least, most) {
            forks.append(steps.count)
            steps.append(.match)
            try emit(node)
        }
        for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
    }

    /// Whether any way leads through any part of a text.
    func matches(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        var ways = Ways(count: steps.count)
        var next = Ways(count: steps.count)
        var isAtStart = true
        var iterator = scalars.makeIterator()
        var scalar = iterator.next()
        while true {
            if ways.steps.isEmpty, let first {
                // Nothing is under way: on to the next character that a match can begin with.
                while let current = scalar, !first.contains(current.value) {
                    scalar = iterator.next()
                    isAtStart = false
                }
            }
            if follow(0, isAtStart, scalar == nil, &ways) { return true }
            guard let current = scalar else { return false }
            scalar = iterator.next()
            isAtStart = false
            for step in ways.steps {
                if case .set(let index) = steps[step], sets[index].contains(current.value),
                    follow(step + 1, false, scalar == nil, &next)
                {
                    return true
                }
            }
            swap(&ways, &next)
            next.removeAll()
        }
    }

    /// Adds a way and all that it forks into without taking a character; says whether one of them is a match.
    private func follow(_ first: Int, _ isAtStart: Bool, _ isAtEnd: Bool, _ ways: inout Ways) -> Bool {
        ways.open.append(first)
        while let step = ways.open.popLast() {
            guard ways.insert(step) else { continue }
            switch steps[step] {
            case .match: return true
            case .jump(let target): ways.open.append(target)
            case .fork(let one, let other):
                ways.open.append(other)
                ways.open.append(one)
            case .start: if isAtStart { ways.open.append(step + 1) }
            case .end: if isAtEnd { ways.open.append(step + 1) }
            case .set: break
            }
        }
        return false
    }

    /// A set of steps that is emptied at once.
    private struct Ways {
        private(set) var steps: [Int] = []
        /// Steps that are still to be followed; empty between calls.
        var open: [Int] = []
        private var marks: [UInt32]
        private var generation: UInt32 = 1

        init(count: Int) {
            marks = Array(repeating: 0, count: count)
        }

        mutating func insert(_ step: Int) -> Bool {
            guard marks[step] != generation else { return false }
            marks[step] = generation
            steps.append(step)
            return true
        }

        mutating func removeAll() {
            steps.removeAll(keepingCapacity: true)
            generation += 1
        }
    }
}
