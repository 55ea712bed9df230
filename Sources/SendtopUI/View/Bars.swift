/// Heights of a chart's bars.
enum Bars {
    /// For each value a level from 0 to 7 by the largest; only a value of 0 has level 0.
    static func levels(_ values: [Int]) -> [Int] {
        let highest = Double(values.max() ?? 0)
        return values.map { value in
            guard value > 0, highest > 0 else { return 0 }
            return max(1, min(7, Int((Double(value) / highest * 7).rounded())))
        }
    }

    /// The values in at most `count` parts, each the sum of its values.
    static func summed(_ values: [Int], into count: Int) -> [Int] {
        guard count > 0, values.count > count else { return count > 0 ? values : [] }
        return (0..<count).map { part in
            values[(part * values.count / count)..<((part + 1) * values.count / count)].reduce(0, +)
        }
    }
}
