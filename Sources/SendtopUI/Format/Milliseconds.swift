/// Spans of time as people read them.
enum Milliseconds {
    /// A span in at most six characters: `35ms`, `0.4s`, `12.3s`, `3m05s`, `2h10m`, `9d`; `skew` when it is negative.
    static func short(_ span: Int64) -> String {
        switch span {
        case ..<0: "skew"
        case ..<100: "\(span)ms"
        case ..<99_950: "\((span + 50) / 1_000).\((span + 50) / 100 % 10)s"
        case ..<3_600_000: "\(span / 60_000)m\(twoDigits(span / 1_000 % 60))s"
        case ..<360_000_000: "\(span / 3_600_000)h\(twoDigits(span / 60_000 % 60))m"
        case ..<864_000_000_000: "\(span / 86_400_000)d"
        default: ">9999d"
        }
    }

    /// A span to the millisecond: `1.000s`, `3m05.120s`; `skew` when it is negative.
    static func exact(_ span: Int64) -> String {
        guard span >= 0 else { return "skew" }
        let fraction = span % 1_000
        let thousandths = String(repeating: "0", count: 3 - String(fraction).count) + String(fraction)
        let seconds = span / 1_000
        switch seconds {
        case ..<60: return "\(seconds).\(thousandths)s"
        case ..<3_600: return "\(seconds / 60)m\(twoDigits(seconds % 60)).\(thousandths)s"
        default: return "\(seconds / 3_600)h\(twoDigits(seconds / 60 % 60))m\(twoDigits(seconds % 60))s"
        }
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
