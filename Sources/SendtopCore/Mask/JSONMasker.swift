/// Masks JSON text in place: what is not masked stays byte for byte as it came.
struct JSONMasker {
    /// What becomes of a value.
    enum Rule: Hashable {
        /// Addresses and names in it are masked.
        case text
        /// It names a person.
        case person
        /// All of it is masked.
        case hidden
        /// It is known to name nobody.
        case kept
        /// It stays when it is a moment.
        case moment
    }

    private let mask: Mask
    private let person: Mask.Person
    private let bytes: [UInt8]
    private var index = 0
    private var result: [UInt8] = []

    private init(_ bytes: [UInt8], _ mask: Mask, _ person: Mask.Person) {
        self.bytes = bytes
        self.mask = mask
        self.person = person
    }

    /// - Parameter bytes: valid JSON, so that nesting has an end.
    static func masked(_ bytes: [UInt8], _ mask: Mask, _ person: Mask.Person) -> [UInt8] {
        var masker = JSONMasker(bytes, mask, person)
        masker.value(.text)
        masker.blanks()
        return masker.result
    }

    private mutating func value(_ rule: Rule) {
        blanks()
        switch byte {
        case UInt8(ascii: "{"): object(rule)
        case UInt8(ascii: "["): array(rule)
        case UInt8(ascii: "\""): string(rule)
        default: scalar(rule)
        }
    }

    private mutating func object(_ rule: Rule) {
        copy()
        blanks()
        while let byte, byte != UInt8(ascii: "}") {
            let token = token()
            let key = text(of: token)
            append(mask.text(key, of: person), for: token, of: key)
            blanks()
            copy()
            value(mask.rule(of: key, in: rule))
            blanks()
            if self.byte == UInt8(ascii: ",") { copy() }
            blanks()
        }
        copy()
    }

    private mutating func array(_ rule: Rule) {
        copy()
        blanks()
        while let byte, byte != UInt8(ascii: "]") {
            value(rule)
            blanks()
            if self.byte == UInt8(ascii: ",") { copy() }
            blanks()
        }
        copy()
    }

    private mutating func string(_ rule: Rule) {
        let token = token()
        let text = text(of: token)
        let masked: String =
            switch rule {
            case .kept: text
            case .hidden: text.isEmpty ? text : Mask.redacted
            case .person: text.isEmpty ? text : pseudonym(of: text)
            case .moment where Timestamp(iso8601: text) != nil: text
            case .moment, .text: mask.anyText(text, of: person)
            }
        append(masked, for: token, of: text)
    }

    /// Appends a text as it stood when it is the same still, escaped as it was.
    private mutating func append(_ masked: String, for token: Range<Int>, of text: String) {
        result += masked == text ? Array(bytes[token]) : JSONMasker.quoted(masked)
    }

    private func pseudonym(of name: String) -> String {
        let bytes = ASCIIFold.bytes(name)
        if let word = person.words.first(where: { $0.bytes == bytes }) { return word.replacement }
        return mask.pseudonym(name)
    }

    private mutating func scalar(_ rule: Rule) {
        let start = index
        while let byte, !JSONMasker.ends.contains(byte) { index += 1 }
        // Something that is no JSON must not keep it here for ever.
        if index == start { index += 1 }
        let token = bytes[start..<min(index, bytes.count)]
        let isHidden = (rule == .hidden || rule == .person) && !token.elementsEqual("null".utf8)
        result += isHidden ? JSONMasker.quoted(Mask.redacted) : Array(token)
    }

    /// Passes over a string.
    private mutating func token() -> Range<Int> {
        let start = index
        index += 1
        while let byte, byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
        index += 1
        return start..<min(index, bytes.count)
    }

    private func text(of token: Range<Int>) -> String {
        let inner = bytes[token].dropFirst().dropLast()
        guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
        return (try? JSON(bytes: Array(bytes[token])))?.string ?? ""
    }

    private var byte: UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    private mutating func copy() {
        if let byte { result.append(byte) }
        index += 1
    }

    private mutating func blanks() {
        while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { copy() }
    }

    private static let ends = Set(",]} \t\n\r".utf8)

    private static func quoted(_ text: String) -> [UInt8] {
        Array(JSON.string(text).text().utf8)
    }
}

extension Mask {
    /// Names of values that name no person, and mean something to the screen.
    private static let kept: Set<String> = ["status", "dispatch_id", "send_id", "campaign_api_id", "method"]
    private static let people: Set<String> = ["recipient", "external_user_id", "external_id", "alias_name"]

    /// What becomes of the value of a property.
    func rule(of key: String, in rule: JSONMasker.Rule) -> JSONMasker.Rule {
        if rule == .hidden || key == "attributes" || properties.contains(key.lowercased()) { return .hidden }
        if Mask.kept.contains(key) { return .kept }
        if Mask.people.contains(key) { return .person }
        return key.hasSuffix("_at") ? .moment : .text
    }

    /// JSON text with the people in it masked; anything else is masked as text. U+FFFD stands for what is no UTF-8.
    public func json(_ bytes: [UInt8], of person: Person = .nobody) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let readable = Array(text.utf8)
        if (try? JSON(bytes: readable)) != nil { return JSONMasker.masked(readable, self, person) }
        return Array(self.text(text, of: person).utf8)
    }

    /// A text that may be JSON itself, such as a service's answer.
    fileprivate func anyText(_ text: String, of person: Person) -> String {
        let first = text.utf8.first { $0 > 0x20 }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return self.text(text, of: person) }
        return String(decoding: json(Array(text.utf8), of: person), as: UTF8.self)
    }
}
