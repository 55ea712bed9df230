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

    /// Takes over what needs no escape a run at a time: scalar by scalar, this was most of an export.
    private mutating func write(_ string: String) {
        text += "\""
        let scalars = string.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if let escape = escape(for: scalar) {
                text.append(contentsOf: string[start..<index])
                text += escape
                start = next
            }
            index = next
        }
        text.append(contentsOf: string[start...])
        text += "\""
    }

    /// What stands for a scalar; `nil` for itself.
    private func escape(for scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case " "..."~": nil
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\u{00}"..."\u{1F}": JSONWriter.units(of: scalar)
        case _ where escaping == .terminalSafe && scalar.isUnsafeOnTerminals: JSONWriter.units(of: scalar)
        default: nil
        }
    }

    private static func units(of scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let hex = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }.joined()
    }
}
