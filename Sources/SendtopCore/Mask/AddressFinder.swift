/// Finds e-mail addresses in text, also where a link or a mail's encoding has written the `@` in another way.
enum AddressFinder {
    /// An address, and what stands before it without a gap, such as `to=`.
    struct Place {
        var range: Range<Int>
        /// The address itself in lower case, with a plain `@`.
        var address: [UInt8]
    }

    private static let signs = ["@", "%40", "=40", "&#64;", "&#x40;", "\u{FF20}"].map { Array($0.utf8) }
    private static let firstBytes = Set(signs.compactMap(\.first))
    /// Bytes of either side of an address that are looked at, so that hostile text costs no more than its length.
    private static let reach = 320

    /// All addresses, in order; they do not overlap.
    static func places(in bytes: [UInt8]) -> [Place] {
        var places: [Place] = []
        var index = 0
        while index < bytes.count {
            guard firstBytes.contains(bytes[index]), let sign = sign(at: index, in: bytes) else {
                index += 1
                continue
            }
            let first = max(places.last?.range.upperBound ?? 0, index - reach)
            let start = start(before: index, from: first, in: bytes)
            let end = end(after: index + sign, in: bytes)
            guard start < index, end > index + sign else {
                index += sign
                continue
            }
            let local = bytes[start..<index]
            let name = local.lastIndex(of: UInt8(ascii: "=")).map { local[($0 + 1)...] } ?? local
            let address = name + [UInt8(ascii: "@")] + bytes[(index + sign)..<end]
            places.append(Place(range: start..<end, address: address.map(folded)))
            index = end
        }
        return places
    }

    /// Bytes of the sign at a place.
    private static func sign(at index: Int, in bytes: [UInt8]) -> Int? {
        signs.first { sign in
            index + sign.count <= bytes.count
                && zip(sign, bytes[index...]).allSatisfy { $0 == folded($1) }
        }?.count
    }

    private static func start(before index: Int, from first: Int, in bytes: [UInt8]) -> Int {
        let quote = UInt8(ascii: "\"")
        if index - 1 > first, bytes[index - 1] == quote,
            let open = bytes[first..<(index - 1)].lastIndex(of: quote)
        {
            return open
        }
        var start = index
        while start > first, isLocal(bytes[start - 1]) { start -= 1 }
        let isLink = bytes[start..<index].starts(with: "//".utf8) && start > 0 && bytes[start - 1] == UInt8(ascii: ":")
        return isLink ? value(in: bytes[start..<index]) : start
    }

    /// Where the last value of a link begins.
    private static func value(in link: ArraySlice<UInt8>) -> Int {
        let part = link.lastIndex { "/?&".utf8.contains($0) }.map { link[($0 + 1)...] } ?? link
        return part.firstIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? part.startIndex
    }

    private static func end(after index: Int, in bytes: [UInt8]) -> Int {
        if index < bytes.count, bytes[index] == UInt8(ascii: "["),
            let close = bytes[index..<min(bytes.count, index + reach)].firstIndex(of: UInt8(ascii: "]"))
        {
            return close + 1
        }
        var end = index
        while end < bytes.count, isDomain(bytes[end]) { end += 1 }
        // A sentence's end is no part of the domain.
        while end > index, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
        return end
    }

    private static let localSigns = Set("!#$%&'*+/=?^_`{|}~.-".utf8)

    private static func isLocal(_ byte: UInt8) -> Bool {
        isWord(byte) || localSigns.contains(byte)
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// Whether a byte is of a letter or a digit; everything beyond ASCII counts as one.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }

    static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
