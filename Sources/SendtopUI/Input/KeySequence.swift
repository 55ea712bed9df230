/// Keys that are written as one text, such as `/status:bounced<Enter><Down>`.
///
/// Characters stand for themselves; other keys stand by name in angle brackets, as in a key file, and `<lt>` is `<`.
public enum KeySequence {
    /// Reads a text.
    ///
    /// - Throws: `Fault` for the first name that no key has.
    public static func keys(_ text: String) throws(Fault) -> [Key] {
        var keys: [Key] = []
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "<" else {
                keys.append(.character(character))
                continue
            }
            let column = text.distance(from: text.startIndex, to: rest.startIndex)
            guard let end = rest.firstIndex(of: ">") else {
                throw Fault(name: String(rest), column: column, isOpen: true)
            }
            keys.append(try key(String(rest[..<end]), column: column))
            rest = rest[end...].dropFirst()
        }
        return keys
    }

    private static func key(_ name: String, column: Int) throws(Fault) -> Key {
        if name == "lt" { return .character("<") }
        do {
            return try Key(name: name)
        } catch {
            throw Fault(name: name, column: column, isOpen: false)
        }
    }

    /// A name in a text of keys that no key has.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// What stands in the brackets.
        public let name: String
        /// Where its bracket is, from 1.
        public let column: Int
        /// Whether the bracket is never closed.
        public let isOpen: Bool

        public var description: String {
            if isOpen { return "column \(column): \"<\" has no \">\"; a \"<\" by itself is <lt>" }
            return "column \(column): <\(name)> is no key; keys are \(Key.names.joined(separator: ", "))"
        }
    }
}
