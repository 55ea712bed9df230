/// Finds what replies of one meaning have in common.
enum ReasonShape {
    /// Bytes of a shape at most; what differs behind them is not worth a group of its own.
    private static let limit = 160

    /// The text without what differs from one recipient, host or moment to the next: addresses, links, numbers and
    /// identifiers become a star. Codes such as `550` and `5.1.1` stay.
    static func of(_ text: String) -> String {
        var shape = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            let part = isParticular(word) ? "*" : word.lowercased()
            if part == "*", shape.hasSuffix("*") { continue }
            if !shape.isEmpty { shape += " " }
            shape += part
            if shape.utf8.count > limit { break }
        }
        return shape
    }

    private static func isParticular(_ word: Substring) -> Bool {
        if word.contains("@") || word.contains("://") { return true }
        let bare = word.drop { !isWordCharacter($0) }
        let hasDigit = bare.utf8.contains { (0x30...0x39).contains($0) }
        return hasDigit
            && !ReplyCode.isCode(bare.split(whereSeparator: { $0 == "-" || $0 == ":" || $0 == ";" }).first ?? "")
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }
}
