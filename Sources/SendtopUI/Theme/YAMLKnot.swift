/// Finds YAML that would keep its parser busy for ages, before the parser sees it.
///
/// A key that is a list or a map of references to others such as it stands for billions of values, all of which the
/// parser looks at to see whether a key stands there twice. No file of ours has such keys.
package enum YAMLKnot {
    /// References that can do no harm, however they are knotted.
    private static let limit = 12

    /// Whether a text has many references, and what may be keys that are no plain texts.
    package static func isThere(in text: String) -> Bool {
        var references = 0
        var hasKnottyKey = false
        var last = UInt8(ascii: "\n")
        // The last byte that is no blank.
        var before = UInt8(ascii: "\n")
        var isReference = false
        for byte in text.utf8 {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
            switch byte {
            case UInt8(ascii: "*") where isOpen(last):
                references += 1
                isReference = true
            case UInt8(ascii: "?") where isOpen(last): hasKnottyKey = true
            case UInt8(ascii: ":") where isReference || before == UInt8(ascii: "]") || before == UInt8(ascii: "}"):
                hasKnottyKey = true
            case UInt8(ascii: "\n"), UInt8(ascii: ","): isReference = false
            default: break
            }
            if references > limit, hasKnottyKey { return true }
            last = byte
            if !isBlank { before = byte }
        }
        return false
    }

    /// Whether a new value can begin after a byte.
    private static func isOpen(_ byte: UInt8) -> Bool {
        " \n\t\r,[{:-?".utf8.contains(byte)
    }
}
