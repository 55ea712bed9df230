/// Which sends to show, count or export.
///
/// Every part is true or false for a send, never unknown: what a send does not have matches nothing, and `not`
/// turns that into true. Letters compare without regard to case.
public indirect enum Filter: Sendable, Hashable {
    /// Every send.
    case all
    /// Sends of which any shown text holds the word: ids, campaign, recipient, status, class, code, reason.
    case word(String)
    /// Sends of which any shown text, as for `word`, holds a match.
    case regex(SafeRegex)
    /// Sends of which one text fits.
    case field(FilterField, TextPattern)
    /// Sends that took so long; a send without a latency never does.
    case latency(FilterComparison, milliseconds: Int64)
    /// Sends first heard of so long before the moment of asking.
    case age(FilterComparison, milliseconds: Int64)
    /// Sends first heard of at the moment or after it.
    case since(Timestamp)
    /// Sends that pass every one.
    case and([Filter])
    /// Sends that pass any one.
    case or([Filter])
    /// Sends that do not pass.
    case not(Filter)
}

extension Filter {
    /// Reads the filter language.
    ///
    /// Terms with blanks between them must all hold; `or` between terms, `not` before one, parentheses around several;
    /// `and` may be said. A term is a word, a text in double quotes (`\"` and `\\` inside), `/a regular expression/`,
    /// a field with a colon (`status:bounced`, `code:5.1.*`, `reason:"mailbox full"`), `lat>2s`, `age<15m`, or
    /// `since:` with a time of day or a date in UTC. An empty text is every send.
    /// - Parameters:
    ///   - text: The filter as a person writes it.
    ///   - now: The present; a time of day means the last one before it.
    ///   - campaigns: Names that people know campaigns by, by API id; they are found like the ids.
    /// - Throws: Every mistake that was found, with its place.
    public static func parse(
        _ text: String,
        now: Timestamp,
        campaigns: [String: String] = [:]
    ) throws(FilterError) -> Filter {
        var parser = FilterParser(text, now: now)
        return try parser.parse().naming(campaigns)
    }
}
