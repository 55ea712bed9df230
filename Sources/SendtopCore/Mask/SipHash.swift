/// SipHash-2-4: from a key that nobody else knows, a number for a text that nobody can guess or turn back.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
struct SipHash: Sendable, Hashable {
    private let first: UInt64
    private let second: UInt64

    /// - Parameter key: 16 bytes; what is missing counts as 0.
    init(key: [UInt8]) {
        let key = key.prefix(16) + Array(repeating: 0, count: max(0, 16 - key.count))
        first = SipHash.word(key.prefix(8))
        second = SipHash.word(key.suffix(8))
    }

    func hash(_ bytes: [UInt8]) -> UInt64 {
        var state = State(first, second)
        let whole = bytes.count / 8 * 8
        for start in stride(from: 0, to: whole, by: 8) { state.take(SipHash.word(bytes[start..<start + 8])) }
        state.take(SipHash.word(bytes[whole...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
        return state.end()
    }

    /// Up to eight bytes, the least significant first.
    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private struct State {
        private var v0: UInt64
        private var v1: UInt64
        private var v2: UInt64
        private var v3: UInt64

        init(_ first: UInt64, _ second: UInt64) {
            v0 = first ^ 0x736f_6d65_7073_6575
            v1 = second ^ 0x646f_7261_6e64_6f6d
            v2 = first ^ 0x6c79_6765_6e65_7261
            v3 = second ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        mutating func end() -> UInt64 {
            v2 ^= 0xff
            for _ in 0..<4 { round() }
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func round() {
            v0 &+= v1
            v1 = rotated(v1, 13) ^ v0
            v0 = rotated(v0, 32)
            v2 &+= v3
            v3 = rotated(v3, 16) ^ v2
            v0 &+= v3
            v3 = rotated(v3, 21) ^ v0
            v2 &+= v1
            v1 = rotated(v1, 17) ^ v2
            v2 = rotated(v2, 32)
        }

        private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
            word << bits | word >> (64 - bits)
        }
    }
}
