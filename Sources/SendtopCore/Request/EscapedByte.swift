/// One byte of a text after its escapes were undone, with the place that it came from.
struct EscapedByte {
    var value: UInt8
    /// Where the byte, or its escape, stands in the text.
    var range: Range<Int>

    /// A text's bytes with percent escapes, JSON escapes and HTML references undone.
    static func all(of bytes: [UInt8]) -> [EscapedByte] {
        var units: [EscapedByte] = []
        units.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let (value, length) = escape(at: position, in: bytes) ?? (bytes[position], 1)
            units.append(EscapedByte(value: value, range: position..<position + length))
            position += length
        }
        return units
    }

    private static func escape(at start: Int, in bytes: [UInt8]) -> (value: UInt8, length: Int)? {
        switch bytes[start] {
        case UInt8(ascii: "%"): hex(bytes[(start + 1)...].prefix(2), digits: 2).map { ($0, 3) }
        case UInt8(ascii: "\\"): jsonEscape(bytes[(start + 1)...])
        case UInt8(ascii: "&"): reference(bytes[(start + 1)...].prefix(8))
        default: nil
        }
    }

    private static func jsonEscape(_ rest: ArraySlice<UInt8>) -> (value: UInt8, length: Int)? {
        switch rest.first {
        case UInt8(ascii: "u")?: hex(rest.dropFirst().prefix(4), digits: 4).map { ($0, 6) }
        case UInt8(ascii: "/")?, UInt8(ascii: "\\")?, UInt8(ascii: "\"")?: rest.first.map { ($0, 2) }
        default: nil
        }
    }

    private static func reference(_ rest: ArraySlice<UInt8>) -> (value: UInt8, length: Int)? {
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        let value: UInt8? =
            switch name {
            case "amp": UInt8(ascii: "&")
            case "lt": UInt8(ascii: "<")
            case "gt": UInt8(ascii: ">")
            case "quot": UInt8(ascii: "\"")
            case "apos": UInt8(ascii: "'")
            case _ where name.hasPrefix("#x") || name.hasPrefix("#X"): UInt8(name.dropFirst(2), radix: 16)
            case _ where name.hasPrefix("#"): UInt8(name.dropFirst())
            default: nil
            }
        return value.map { ($0, end - rest.startIndex + 2) }
    }

    private static func hex(_ text: ArraySlice<UInt8>, digits: Int) -> UInt8? {
        guard text.count == digits else { return nil }
        return UInt8(String(decoding: text, as: UTF8.self), radix: 16)
    }
}
