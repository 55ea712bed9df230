/// An SMTP reply code of class 4 or 5 (RFC 5321).
public struct ReplyCode: Sendable, Hashable, CustomStringConvertible {
    public let value: Int

    /// A code; `nil` outside of 400 to 599.
    public init?(_ value: Int) {
        guard 400...599 ~= value else { return nil }
        self.value = value
    }

    public var description: String {
        String(value)
    }
}
