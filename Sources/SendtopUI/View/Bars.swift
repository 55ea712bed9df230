/// Heights of a chart's bars.
enum Bars {
    /// For each value a level from 0 to 7 by the largest; only a value of 0 has level 0.
    static func levels(_ values: [Int]) -> [Int] {
        levels(of: values.map(Double.init))
    }

    /// For each value a level from 0 to 7 by the largest; only a value of 0 has level 0.
    static func levels(of values: [Double]) -> [Int] {
        let highest = values.max() ?? 0
        return values.map { value in
            guard value > 0, highest > 0 else { return 0 }
            return max(1, min(7, Int((value / highest * 7).rounded())))
        }
    }

    /// For each row of a chart, from the top, how many eighths of it each bar fills, by the largest value.
    ///
    /// One eighth of the lowest row stands for 0, so anything else fills at least two.
    static func fills(_ values: [Double], rows: Int) -> [[Int]] {
        let highest = values.max() ?? 0
        let heights = values.map { value in
            guard value > 0, highest > 0 else { return 0 }
            return max(2, Int((value / highest * Double(rows * 8)).rounded()))
        }
        return (0..<max(0, rows)).reversed().map { row in heights.map { max(0, min(8, $0 - row * 8)) } }
    }

    /// How many of the last minutes hold all that there is, in steps, so that the bars of a young ledger are wide
    /// and yet seldom change their width; all minutes when there is nothing.
    static func minutes(of series: [[Int]]) -> Int {
        let count = series.map(\.count).max() ?? 0
        let active = series.compactMap { values in values.firstIndex { $0 > 0 }.map { values.count - $0 } }.max()
        guard let active else { return count }
        return [10, 20, 30, 60, 180, 360, 720].first { active <= $0 && $0 < count } ?? count
    }

    /// The values in at most `count` parts, each the sum of its values.
    static func summed(_ values: [Int], into count: Int) -> [Int] {
        guard count > 0, values.count > count else { return count > 0 ? values : [] }
        return (0..<count).map { part in
            values[(part * values.count / count)..<((part + 1) * values.count / count)].reduce(0, +)
        }
    }
}
