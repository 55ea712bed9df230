/// A set of characters that answers at once for ASCII.
struct RegexTable: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private let sets: [RegexSet]

    init(_ set: RegexSet) {
        sets = [set]
        for value in UInt32(0)..<64 where set.contains(value) { low |= 1 << UInt64(value) }
        for value in UInt32(64)..<128 where set.contains(value) { high |= 1 << UInt64(value - 64) }
    }

    /// What any of several tables has.
    init(anyOf tables: [RegexTable]) {
        sets = tables.flatMap(\.sets)
        for table in tables {
            low |= table.low
            high |= table.high
        }
    }

    func contains(_ value: UInt32) -> Bool {
        switch value {
        case 0..<64: low >> UInt64(value) & 1 == 1
        case 64..<128: high >> UInt64(value - 64) & 1 == 1
        default: sets.contains { $0.contains(value) }
        }
    }
}
