/// What two reasons have in common that mean the same and differ in ids, addresses, hosts and numbers.
public struct ReasonFingerprint: Sendable, Hashable {
    /// The codes and the telling words, in lower case: the key to group by.
    public let text: String

    /// How many words are kept at most.
    private static let wordLimit = 40

    /// The fingerprint of a reason; the same for the same text, in every process.
    public init(_ reason: String) {
        let reply = ReplyText(reason)
        var parts: [String] = []
        if let code = reply.replyCode { parts.append(String(code)) }
        if let code = reply.enhancedCode { parts.append(code.description) }
        for word in reply.words.split(separator: 0x20) where ReasonFingerprint.isTelling(word) {
            let text = String(decoding: word, as: UTF8.self)
            if reply.localParts.contains(text) { continue }
            parts.append(text)
            if parts.count >= ReasonFingerprint.wordLimit { break }
        }
        text = parts.joined(separator: " ")
    }

    /// Names with dots are hosts; what mixes letters and digits is an id, but for short ones that begin with letters
    /// and end with digits, as the systems' own error numbers do.
    private static func isTelling(_ word: ArraySlice<UInt8>) -> Bool {
        if word.contains(UInt8(ascii: ".")) { return false }
        let letters = word.prefix { !(0x30...0x39 ~= $0) }.count
        let digits = word.count - letters
        if digits == 0 { return true }
        let endsInDigits = word.dropFirst(letters).allSatisfy { 0x30...0x39 ~= $0 }
        return endsInDigits && (letters == 0 ? digits <= 4 : letters > 1 && letters <= 5 && digits <= 5)
    }
}
