/// A text to look for in another, without regard to the case of ASCII letters.
public enum TextPattern: Sendable, Hashable {
    /// Anywhere.
    case contains(String)
    /// The whole text: the parts in order, with anything between them; one part alone is the whole text.
    case whole([String])

    /// Whether the pattern fits a text.
    public func matches(_ text: String) -> Bool {
        let bytes = ASCIIFold.bytes(text)
        switch self {
        case .contains(let part):
            return ASCIIFold.firstRange(of: ASCIIFold.bytes(part), in: bytes[...]) != nil
        case .whole(let parts):
            return TextPattern.fits(parts.map(ASCIIFold.bytes), bytes)
        }
    }

    private static func fits(_ parts: [[UInt8]], _ bytes: [UInt8]) -> Bool {
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return parts.first == bytes
        }
        guard bytes.count >= first.count + last.count, bytes.starts(with: first), bytes.suffix(last.count) == last[...]
        else { return false }
        var rest = bytes[first.count..<(bytes.count - last.count)]
        for part in parts.dropFirst().dropLast() {
            guard let range = ASCIIFold.firstRange(of: part, in: rest) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
