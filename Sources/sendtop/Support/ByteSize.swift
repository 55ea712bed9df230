/// A number of bytes as people type it and read it: `500MB`, `10 GB`, `1.5TB`, or bytes; units are powers of 1000.
struct ByteSize: Sendable, Hashable, CustomStringConvertible {
    let bytes: Int64

    private static let units: [(name: String, factor: Double)] = [
        ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("B", 1),
    ]

    init(bytes: Int64) {
        self.bytes = bytes
    }

    init?(_ text: String) {
        let unit = ByteSize.units.first { text.uppercased().hasSuffix($0.name.uppercased()) }
        let digits = text.dropLast(unit?.name.count ?? 0).filter { $0 != " " }
        guard let number = Double(digits), number.isFinite else { return nil }
        let value = number * (unit?.factor ?? 1)
        guard value >= 1, value < 9e18 else { return nil }
        bytes = Int64(value)
    }

    var description: String {
        guard let unit = ByteSize.units.first(where: { Double(bytes) >= $0.factor }) else { return "\(bytes) B" }
        guard unit.factor > 1 else { return "\(bytes) B" }
        let tenths = Int64((Double(bytes) / unit.factor * 10).rounded())
        return tenths < 1_000 ? "\(tenths / 10).\(tenths % 10) \(unit.name)" : "\(tenths / 10) \(unit.name)"
    }
}
