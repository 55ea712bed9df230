/// A stretch of a template: text as it stands, or the inside of `{{ }}` or `{% %}`.
struct LiquidChunk: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case text(String)
        case output
        case tag
    }

    var kind: Kind
    /// The inside, without braces and hyphens; for text, all of it.
    var range: Range<Int>
    /// Where the braces begin.
    var start: Int
}
