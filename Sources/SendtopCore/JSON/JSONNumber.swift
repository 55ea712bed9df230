import Foundation

/// A JSON number as its text, so that `1.10`, `1e400` and twenty-digit integers go out as they came in.
public struct JSONNumber: Sendable, Hashable {
    /// The digits as written; always valid by the grammar of RFC 8259, section 6.
    public let text: String

    /// A number from text that a reader has checked.
    init(checked text: String) {
        self.text = text
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) {
        text = String(value)
    }

    /// A finite number, or `nil` for infinities and NaN, which JSON cannot say.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = "\(value)"
    }

    /// The value as a 64-bit integer, when it is one that fits.
    public var int: Int64? {
        Int64(text)
    }

    /// The nearest floating-point value; infinite where the text exceeds its range.
    public var double: Double {
        Double(text) ?? .nan
    }
}
