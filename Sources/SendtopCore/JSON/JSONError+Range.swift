extension JSONError {
    /// The bytes that are at fault: the whole string, number, word or escape that begins there, or a single character;
    /// none where something is missing at the end.
    public func range(in bytes: [UInt8]) -> Range<Int> {
        guard offset < bytes.count else { return bytes.count..<bytes.count }
        let rest = bytes[offset...]
        let length =
            switch problem {
            case .unterminatedString: rest.prefix { $0 != UInt8(ascii: "\n") }.count
            case .badEscape where rest.dropFirst().first == UInt8(ascii: "u"), .loneSurrogate: 6
            case .badEscape: 2
            case .trailingText, .tooDeep, .notUTF8, .empty, .unexpectedEnd, .controlCharacter: 1
            default: max(1, rest.prefix(while: JSONError.isWordByte).count)
            }
        var end = min(bytes.count, offset + length)
        // Never a part of a character.
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return offset..<end
    }

    /// Whether a byte belongs to a word or a number, or to one that somebody meant to write.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: "+-._".utf8.contains(byte)
        }
    }

    /// Whether more text could mend it: what is there is right as far as it goes.
    public var isUnfinished: Bool {
        problem == .unexpectedEnd || problem == .empty || problem == .unterminatedString
    }
}
