/// Writes JSON text.
struct JSONWriter {
    let escaping: JSON.Escaping
    /// Blanks a level, or `nil` for one line.
    let indent: Int?
    private(set) var text = ""
    private var level = 0

    init(escaping: JSON.Escaping, indent: Int?) {
        self.escaping = escaping
        self.indent = indent
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): write(string)
        case .array(let elements):
            list(elements, "[", "]") { $0.write($1) }
        case .object(let object):
            list(object.members, "{", "}") {
                $0.write($1.key)
                $0.text += $0.indent == nil ? ":" : ": "
                $0.write($1.value)
            }
        }
    }

    private mutating func list<Item>(
        _ items: [Item],
        _ open: Character,
        _ close: Character,
        item: (inout JSONWriter, Item) -> Void
    ) {
        text.append(open)
        level += 1
        for (index, element) in items.enumerated() {
            if index > 0 { text += "," }
            breakLine()
            item(&self, element)
        }
        level -= 1
        if !items.isEmpty { breakLine() }
        text.append(close)
    }

    private mutating func breakLine() {
        guard let indent else { return }
        text += "\n" + String(repeating: " ", count: level * indent)
    }

    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{00}"..."\u{1F}": escape(scalar)
            case _ where escaping == .terminalSafe && scalar.isUnsafeOnTerminals: escape(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
    }
}
