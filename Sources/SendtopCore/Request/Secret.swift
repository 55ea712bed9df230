/// An API key or the like: it prints as redacted everywhere, and masks itself in texts from outside.
public struct Secret: Sendable, Hashable {
    private let text: String

    /// Takes a secret as it is, blanks and line breaks included.
    public init(_ text: String) {
        self.text = text
    }

    /// Whether there is nothing to keep.
    public var isEmpty: Bool {
        text.isEmpty
    }

    /// The secret itself, for the one header that carries it.
    public func reveal() -> String {
        text
    }

    /// What stands in a secret's place.
    static let redacted = "[redacted]"

    /// A text with the secret masked: in any case, percent-, JSON- or HTML-escaped, and every part of eight bytes or
    /// more.
    ///
    /// The service is known to echo the key of a request that it refuses.
    public func masked(in other: String) -> String {
        SecretMask(text).masked(other)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `[redacted]`.
    public var description: String {
        Secret.redacted
    }

    /// `[redacted]`.
    public var debugDescription: String {
        Secret.redacted
    }

    /// A mirror without children, so that a dump shows nothing either.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
