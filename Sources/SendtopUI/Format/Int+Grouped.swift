extension Int {
    /// The number with its digits in groups of three: `1 204 331`.
    var grouped: String {
        let digits = Array(String(magnitude))
        var result = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(" ") }
            result.append(digit)
        }
        return result
    }
}

extension Int {
    /// So many sends: `1 send`, `1 204 331 sends`.
    var sends: String {
        self == 1 ? "1 send" : "\(grouped) sends"
    }
}

extension Int {
    /// The number in at most six characters: `9 999`, `12.3k`, `1.2M`.
    var compact: String {
        let steps: [(limit: Int, unit: String)] = [(1_000_000_000, "G"), (1_000_000, "M"), (10_000, "k")]
        for (limit, unit) in steps where self >= limit {
            let tenths = self / (limit == 10_000 ? 100 : limit / 10)
            return tenths < 1_000 ? "\(tenths / 10).\(tenths % 10)\(unit)" : "\(tenths / 10)\(unit)"
        }
        return grouped
    }
}

extension Double {
    /// A share from 0 to 1 as a percentage with two digits after the point: `99.98%`. Only all is 100, and only nothing
    /// is 0.
    var percent: String {
        guard isFinite, self > 0 else { return "0.00%" }
        let hundredths = self >= 1 ? 10_000 : Swift.min(9_999, Swift.max(1, Int((self * 10_000).rounded())))
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
    }
}
