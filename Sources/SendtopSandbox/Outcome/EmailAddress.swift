/// Tells what can be mailed from what cannot.
enum EmailAddress {
    /// Whether the text has something on both sides of one `@`, and no blanks or control characters.
    static func isPlausible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    }
}
