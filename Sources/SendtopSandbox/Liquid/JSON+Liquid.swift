import SendtopCore

/// How Liquid sees a value.
extension JSON {
    /// The value as a template prints it.
    var liquidText: String {
        switch self {
        case .null: ""
        case .bool(let bool): bool ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .array(let elements): elements.map(\.liquidText).joined()
        case .object: text()
        }
    }

    /// Everything but `nil` and `false` is true.
    var isLiquidTrue: Bool {
        !isNull && self != false
    }

    /// Whether the value equals `empty` or `blank`.
    var isLiquidEmpty: Bool {
        switch self {
        case .null: true
        case .bool(let bool): !bool
        case .number: false
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty
        }
    }

    /// The value as a whole number; 0 for what is none.
    var liquidInt: Int64 {
        switch liquidNumber {
        case .whole(let value): value
        case .broken(let value): Int64(exactly: value.rounded(.towardZero)) ?? 0
        }
    }

    /// The value as a number; 0 for what is none.
    var liquidNumber: LiquidNumber {
        let text = string ?? number?.text ?? ""
        if let whole = Int64(text) { return .whole(whole) }
        guard let broken = Double(text), broken.isFinite else { return .whole(0) }
        return .broken(broken)
    }

    /// Whether two values are equal; numbers by value, not by their digits.
    func isLiquidEqual(to other: JSON) -> Bool {
        guard case .number = self, case .number = other else { return self == other }
        return liquidNumber.double == other.liquidNumber.double
    }

    /// Whether the value comes before another; `nil` where the two have no order.
    func liquidOrder(before other: JSON) -> Bool? {
        switch (self, other) {
        case (.number, .number): liquidNumber.double < other.liquidNumber.double
        case (.string(let left), .string(let right)): left < right
        default: nil
        }
    }

    /// Whether a text holds a text, an array an element, or an object a key.
    func liquidContains(_ other: JSON) -> Bool {
        switch self {
        case .string(let text): !other.isNull && text.contains(other.liquidText)
        case .array(let elements): elements.contains { $0.isLiquidEqual(to: other) }
        case .object(let object): other.string.map { object[$0] != nil } ?? false
        case .null, .bool, .number: false
        }
    }
}
