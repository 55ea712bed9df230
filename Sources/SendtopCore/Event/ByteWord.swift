/// Up to eight bytes that are looked at together.
///
/// A test marks the top bit of each byte that passes it; behind the first of them, others may be marked as well.
struct ByteWord {
    /// The bytes, the first of them lowest.
    let bits: UInt64

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// The eight bytes from a place on, with blanks, which no test is for, behind the last there is.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
        guard bytes.count - place < 8 else {
            let raw = UnsafeRawBufferPointer(bytes)
            self.bits = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            return
        }
        var bits = ByteWord.each(0x20)
        for byte in bytes[place...].reversed() { bits = (bits << 8) | UInt64(byte) }
        self.bits = bits
    }

    private static func each(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    /// Marks the bytes below a value, which is at most 0x80.
    func marks(below value: UInt8) -> UInt64 {
        (bits &- ByteWord.each(value)) & ~bits & ByteWord.each(0x80)
    }

    /// Marks the bytes of a value.
    func marks(of value: UInt8) -> UInt64 {
        ByteWord(bits: bits ^ ByteWord.each(value)).marks(below: 1)
    }

    /// The first bytes, up to eight of them, with zeros behind the last.
    func first(_ count: Int) -> UInt64 {
        count < 8 ? bits & ((1 << UInt64(8 * count)) - 1) : bits
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the first byte, from one on, that is marked by a test.
    func firstPlace(from start: Int = 0, _ marks: (ByteWord) -> UInt64) -> Int? {
        var place = start
        while place < count {
            let found = marks(ByteWord(self, at: place))
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        return nil
    }
}
