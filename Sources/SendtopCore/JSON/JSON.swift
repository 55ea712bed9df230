/// A JSON value that keeps what the text said: key order, repeated keys and the digits of its numbers.
///
/// Source: RFC 8259.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    /// The object, when the value is one.
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The elements, when the value is an array.
    public var array: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text, when the value is a string.
    public var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The number, when the value is one.
    public var number: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The truth value, when the value is one.
    public var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// Whether the value is `null`.
    public var isNull: Bool {
        self == .null
    }

    /// What a person calls the value's kind: `null`, `a boolean`, `a number`, `a string`, `an array`, `an object`.
    public var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByNilLiteral
{
    /// Takes a literal as a string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Takes a literal as a truth value.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// Takes a literal as a number.
    public init(integerLiteral value: Int64) {
        self = .number(JSONNumber(value))
    }

    /// Takes a literal as `null`.
    public init(nilLiteral: ()) {
        self = .null
    }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// Takes a literal as an array.
    public init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }

    /// Takes a literal as an object, in its order.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
