/// A regular expression whose time and memory are bounded, whatever the expression and the text.
///
/// A match is searched anywhere in a text, in time that grows with the lengths of both and no faster; letters of
/// ASCII match in either case. It knows `.`, `[a-z]`, `[^a-z]`, `\d \D \w \W \s \S`, `^ $`, `( )`, `(?: )`, `|`,
/// `* + ? {n} {n,} {n,m}`, also lazily (which makes no difference to whether there is a match), and `\` before any
/// character that is no letter or digit. It does not know back-references and look-around, which is what makes other
/// engines slow.
public struct SafeRegex: Sendable, Hashable {
    /// The expression as it was written.
    public let pattern: String
    /// A text that every match holds, letters of ASCII in either case; empty when none is known.
    public let literal: String
    private let program: RegexProgram

    /// Characters of a text that are searched.
    public static let textLimit = 4_096

    /// Reads an expression.
    /// - Throws: What is wrong with it.
    public init(_ pattern: String) throws(SafeRegexError) {
        self.pattern = pattern
        var reader = RegexReader(pattern)
        let node = try reader.read()
        program = try RegexProgram(node)
        literal = node.literal
    }

    /// Whether the expression matches anywhere in a text.
    public func matches(_ text: String) -> Bool {
        program.matches(text.unicodeScalars.prefix(SafeRegex.textLimit))
    }

    public static func == (left: SafeRegex, right: SafeRegex) -> Bool {
        left.pattern == right.pattern
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(pattern)
    }
}
