extension Unicode.Scalar {
    /// How an unsafe character is shown: a control picture, or its short name between angle quotes.
    var visibleSubstitute: String {
        switch value {
        case 0x00...0x1F: picture(0x2400 + value)
        case 0x7F: "\u{2421}"
        case 0x2028, 0x2029: "\u{2424}"
        default: "\u{2039}\(shortName)\u{203A}"
        }
    }

    /// How an unsafe character is shown where only ASCII can be: in caret notation, or by its short name.
    var asciiSubstitute: String {
        switch value {
        case 0x00...0x1F: "^" + picture(0x40 + value)
        case 0x7F: "^?"
        default: "<\(shortName)>"
        }
    }

    private func picture(_ value: UInt32) -> String {
        Unicode.Scalar(value).map { String($0) } ?? "?"
    }

    /// The abbreviation of the Unicode standard where there is one, else the code point in hexadecimal digits.
    private var shortName: String {
        switch value {
        case 0xAD: "SHY"
        case 0x34F: "CGJ"
        case 0x61C: "ALM"
        case 0x115F, 0x1160, 0x3164, 0xFFA0: "HF"
        case 0x180E: "MVS"
        case 0x200B: "ZWSP"
        case 0x200C: "ZWNJ"
        case 0x200D: "ZWJ"
        case 0x200E: "LRM"
        case 0x200F: "RLM"
        case 0x2028: "LS"
        case 0x2029: "PS"
        case 0x202A: "LRE"
        case 0x202B: "RLE"
        case 0x202C: "PDF"
        case 0x202D: "LRO"
        case 0x202E: "RLO"
        case 0x2060: "WJ"
        case 0x2066: "LRI"
        case 0x2067: "RLI"
        case 0x2068: "FSI"
        case 0x2069: "PDI"
        case 0xFE00...0xFE0F: "VS\(value - 0xFE00 + 1)"
        case 0xFEFF: "BOM"
        case 0xE0020...0xE007F: "TAG"
        case 0xE0100...0xE01EF: "VS\(value - 0xE0100 + 17)"
        default: hexDigits
        }
    }

    private var hexDigits: String {
        let digits = String(value, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }
}
