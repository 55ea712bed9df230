/// A piece of a filter's text.
struct FilterToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case open
        case close
        case quoted(String)
        case regex(String)
        /// Text without blanks; `value` is what stood in quotes behind a colon that ends it.
        case plain(String, value: String?)
    }

    let kind: Kind
    /// In characters of the text.
    let range: Range<Int>
}
