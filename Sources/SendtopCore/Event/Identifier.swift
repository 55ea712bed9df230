/// Makes identifiers from outside fit to be keys.
public enum Identifier {
    /// The identifier with control characters written as `\u{…}`, and then each backslash doubled.
    ///
    /// The store binds text up to its first NUL, so two identifiers that differ after one would become the same.
    /// An identifier that looks like an escaped one is escaped too, so that different ones stay different.
    public static func escaped(_ text: String) -> String {
        guard hasControls(text) || looksEscaped(text) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else if scalar == "\\" {
                result += "\\\\"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The identifier as it is, or escaped where the store could not keep it: what was escaped stays what it is.
    public static func storable(_ text: String) -> String {
        hasControls(text) ? escaped(text) : text
    }

    private static func hasControls(_ text: String) -> Bool {
        has(text) { $0.marks(below: 0x20) | $0.marks(of: 0x7F) }
    }

    /// Whether any byte is marked by a test.
    private static func has(_ text: String, _ marks: (ByteWord) -> UInt64) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.firstPlace(marks) != nil }
            ?? Array(text.utf8).withUnsafeBufferPointer { $0.firstPlace(marks) != nil }
    }

    /// The identifier that `escaped` was made from.
    public static func unescaped(_ text: String) -> String {
        guard looksEscaped(text) else { return text }
        var result = ""
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let next = rest.popFirst() else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if next == "u", rest.first == "{", let end = rest.firstIndex(of: "}") {
                let digits = String(rest[rest.index(after: rest.startIndex)..<end])
                if let value = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.unicodeScalars.append(value)
                }
                rest = rest[rest.index(after: end)...]
            } else {
                result.unicodeScalars.append(next)
            }
        }
        return result
    }

    private static func looksEscaped(_ text: String) -> Bool {
        guard has(text, { $0.marks(of: UInt8(ascii: "\\")) }) else { return false }
        let bytes = Array(text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: Array("\\u{".utf8)) }
    }
}

extension Identifier {
    /// Whether a name is fit to be part of a file's name: letters, digits, `-` and `_`.
    public static func isFileName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
