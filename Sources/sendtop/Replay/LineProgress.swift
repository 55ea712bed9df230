/// Which lines are in, when their events come in side by side.
struct LineProgress {
    /// How many events each line has.
    private let counts: [Int]
    /// How many of them are not in yet.
    private var left: [Int]
    /// Lines from the first that are in as a whole.
    private(set) var whole = 0
    /// Events that are in.
    private(set) var taken = 0

    init(_ counts: [Int]) {
        self.counts = counts
        left = counts
        advance()
    }

    /// Whether events of the lines after those are in.
    var isAhead: Bool {
        zip(counts, left).dropFirst(whole).contains { $0 != $1 }
    }

    /// Counts an event of a line.
    mutating func take(_ index: Int) {
        left[index] -= 1
        taken += 1
        advance()
    }

    private mutating func advance() {
        while whole < left.count, left[whole] == 0 { whole += 1 }
    }
}
