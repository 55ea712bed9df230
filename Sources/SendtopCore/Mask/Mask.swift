/// Puts pseudonyms in place of the people in what is shown, copied and exported.
///
/// A recipient becomes `u~` and an e-mail address `m~`, each with seven letters and digits that only the ledger's own
/// key leads to: the same person has the same pseudonym within a ledger and another one in the next. What a request
/// says of a person, its attributes and the properties that were chosen, becomes `***`.
public struct Mask: Sendable, Hashable {
    /// Bytes of a key.
    public static let keyLength = 16
    /// Stands in every pseudonym, and mostly in nothing else.
    public static let mark: Character = "~"
    /// Stands for a property's value.
    public static let redacted = "***"
    /// Properties that are masked whatever else is chosen, beside all attributes.
    public static let standardProperties = ["email", "first_name", "last_name", "phone"]

    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let length = 7

    private let hash: SipHash
    /// In lower case.
    let properties: Set<String>

    /// - Parameters:
    ///   - key: the ledger's own; nobody who knows it needs to guess long.
    ///   - properties: names of JSON properties whose values are masked beside the standard ones.
    public init(key: [UInt8], properties: [String] = []) {
        hash = SipHash(key: key)
        self.properties = Set((Mask.standardProperties + properties).map { $0.lowercased() })
    }

    /// The pseudonym of a recipient: a user id, or `label:name` for an alias, as the ledger has it.
    public func pseudonym(_ recipient: String) -> String {
        "u~" + name(Array(recipient.utf8))
    }

    /// The pseudonym of an e-mail address, whatever the case of its letters.
    func pseudonym(ofAddress bytes: [UInt8]) -> String {
        "m~" + name(bytes)
    }

    private func name(_ bytes: [UInt8]) -> String {
        var rest = hash.hash(bytes)
        var name = ""
        for _ in 0..<Mask.length {
            name.append(Mask.digits[Int(rest & 31)])
            rest >>= 5
        }
        return name
    }

    /// Whether something in a text was masked, by its looks.
    public static func isMasked(_ text: String) -> Bool {
        text.contains(redacted) || text.contains("u~") || text.contains("m~")
    }
}
