import ArgumentParser

/// A span of time as people type it: `500ms`, `60s`, `2m`, `1h`, or a number of seconds.
struct TimeSpan: Sendable, Hashable, ExpressibleByArgument {
    let milliseconds: Int64

    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    init(_ span: Duration) {
        let (seconds, attoseconds) = span.components
        milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }

    init?(argument: String) {
        let units: [(suffix: String, factor: Double)] = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)]
        let unit = units.first { argument.hasSuffix($0.suffix) } ?? ("", 1_000)
        guard let number = Double(argument.dropLast(unit.suffix.count)), number >= 0, number < 1e9 else { return nil }
        milliseconds = Int64(number * unit.factor)
    }

    var defaultValueDescription: String {
        milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)s" : "\(milliseconds)ms"
    }
}
