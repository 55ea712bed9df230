/// The parts of a regular expression.
indirect enum RegexNode: Sendable, Hashable {
    case empty
    case set(RegexSet)
    case start
    case end
    case sequence([RegexNode])
    case choice([RegexNode])
    /// At least, and at most when there is a limit.
    case repetition(RegexNode, Int, Int?)
}

/// Which characters may stand at a place.
struct RegexSet: Sendable, Hashable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    static let any = RegexSet(ranges: [0...0x10FFFF])
    static let digit = RegexSet(ranges: [0x30...0x39])
    static let word = RegexSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let blank = RegexSet(ranges: [0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x2028...0x2029])

    var negated: RegexSet {
        RegexSet(ranges: ranges, isNegated: !isNegated)
    }

    /// Letters of ASCII are in the set when either case is.
    func contains(_ value: UInt32) -> Bool {
        var isInside = ranges.contains { $0.contains(value) }
        if !isInside, 0x41...0x5A ~= value & ~0x20 {
            isInside = ranges.contains { $0.contains(value ^ 0x20) }
        }
        return isInside != isNegated
    }
}
