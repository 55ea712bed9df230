/// Makes identifiers from outside fit to be keys.
public enum Identifier {
    /// The identifier with control characters written as `\u{…}`, and a backslash doubled.
    ///
    /// The store binds text up to its first NUL, so two identifiers that differ after one would become the same.
    public static func escaped(_ text: String) -> String {
        let needsEscape = text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        guard needsEscape else { return text }
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
