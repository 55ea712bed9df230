/// Finds what somebody probably meant.
public enum Nearest {
    /// The name that differs least from a text, when it differs little; of equal ones the first.
    public static func name(to text: String, among names: [String]) -> String? {
        let typed = Array(text.lowercased().prefix(64))
        let limit = max(1, typed.count / 3)
        let best = names.map { ($0, distance(typed, Array($0.lowercased()))) }.min { $0.1 < $1.1 }
        guard let best, best.1 <= limit else { return nil }
        return best.0
    }

    /// How many characters must be put in, left out, replaced or swapped with their neighbour.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var before: [Int] = []
        var last = Array(0...other.count)
        for (row, left) in one.enumerated() {
            var next = [row + 1]
            for (column, right) in other.enumerated() {
                var steps = min(last[column + 1] + 1, next[column] + 1, last[column] + (left == right ? 0 : 1))
                if row > 0, column > 0, left == other[column - 1], one[row - 1] == right {
                    steps = min(steps, before[column - 1] + 1)
                }
                next.append(steps)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
