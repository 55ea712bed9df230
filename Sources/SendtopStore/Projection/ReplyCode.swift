/// Finds the status code in a mail server's reply.
enum ReplyCode {
    /// The first enhanced status code (RFC 3463), or else the first reply code of refusal (RFC 5321).
    static func first(in text: String) -> String? {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".")) }
        let enhanced = words.lazy.map(trimmed).first(where: isEnhanced)
        return (enhanced ?? words.lazy.map(trimmed).first(where: isReply)).map(String.init)
    }

    /// Whether a word is a code of either kind.
    static func isCode(_ word: Substring) -> Bool {
        isEnhanced(trimmed(word)) || isReply(trimmed(word))
    }

    private static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while word.last == "." { word.removeLast() }
        return word
    }

    /// `4.x.x` or `5.x.x`.
    private static func isEnhanced(_ word: Substring) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "4" || parts[0] == "5" else { return false }
        return parts.dropFirst().allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(isDigit) }
    }

    /// `4xx` or `5xx`.
    private static func isReply(_ word: Substring) -> Bool {
        word.count == 3 && (word.first == "4" || word.first == "5") && word.allSatisfy(isDigit)
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}
