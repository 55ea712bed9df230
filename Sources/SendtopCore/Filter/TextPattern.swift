/// A text to look for in another, without regard to the case of ASCII letters; other letters are found as they are
/// written, all in lower case, and all in upper case.
public enum TextPattern: Sendable, Hashable {
    /// Anywhere.
    case contains(String)
    /// The whole text: the parts in order, with anything between them; one part alone is the whole text.
    case whole([String])

    /// Whether the pattern fits a text.
    public func matches(_ text: String) -> Bool {
        let bytes = ASCIIFold.bytes(text)
        return forms.contains { form in
            switch form {
            case .contains(let part): ASCIIFold.firstRange(of: ASCIIFold.bytes(part), in: bytes[...]) != nil
            case .whole(let parts): TextPattern.fits(parts.map(ASCIIFold.bytes), bytes)
            }
        }
    }

    /// The pattern as it is written, and where it has letters beyond ASCII, in lower and in upper case: what an
    /// engine has to look for that knows the case of ASCII alone.
    public var forms: [TextPattern] {
        switch self {
        case .contains(let part):
            return part.isASCII
                ? [self] : [self, .contains(part.lowercased()), .contains(part.uppercased())]
        case .whole(let parts):
            guard !parts.allSatisfy(\.isASCII) else { return [self] }
            return [self, .whole(parts.map { $0.lowercased() }), .whole(parts.map { $0.uppercased() })]
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

extension String {
    fileprivate var isASCII: Bool {
        utf8.allSatisfy { $0 < 0x80 }
    }
}
