import SendtopCore

/// A part of a status line that is there as a whole or not at all.
struct Segment {
    var runs: [Run]
    /// The parts with the highest number go first when there is no room; those with 0 stay.
    var priority: Int
    /// Blanks before it.
    var gap = 2

    init(_ runs: [Run], priority: Int, gap: Int = 2) {
        self.runs = runs
        self.priority = priority
        self.gap = gap
    }

    init(_ text: String, _ role: Role = .text, priority: Int, gap: Int = 2) {
        self.init([Run(text, role)], priority: priority, gap: gap)
    }
}

extension Painter {
    /// Writes segments into a line: some from its left end, others up to its right end, as many as there is room for.
    mutating func write(left: [Segment], right: [Segment], in area: Rect) {
        var left = left
        var right = right
        while width(left) + width(right) + 1 > area.columns {
            let lowest = max(left.map(\.priority).max() ?? 0, right.map(\.priority).max() ?? 0)
            guard lowest > 0 else { break }
            if let index = right.lastIndex(where: { $0.priority == lowest }) {
                right.remove(at: index)
            } else if let index = left.lastIndex(where: { $0.priority == lowest }) {
                left.remove(at: index)
            }
        }
        let used = frame.write(runs(left), in: area)
        frame.write(Array(runs(right).dropFirst()), in: area.inset(columns: used + 1), align: .trailing)
    }

    private func runs(_ segments: [Segment]) -> [Run] {
        segments.flatMap { [Run(String(repeating: " ", count: $0.gap))] + $0.runs }
    }

    private func width(_ segments: [Segment]) -> Int {
        segments.reduce(0) { sum, segment in
            sum + segment.gap + segment.runs.reduce(0) { $0 + $1.width(in: glyphs.repertoire) }
        }
    }
}
