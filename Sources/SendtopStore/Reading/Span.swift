import SendtopCore

/// The minutes up to now that a span covers, the running one included.
struct Span {
    /// The first and the last minute.
    let first: Int64
    let last: Int64

    /// A year of minutes: no chart is wider.
    private static let limit: Int64 = 366 * 1_440

    init(milliseconds: Int64, now: Timestamp) {
        let minutes = min(max(1, (max(0, milliseconds) / 60_000) + (milliseconds % 60_000 > 0 ? 1 : 0)), Span.limit)
        last = now.minute
        first = last - minutes + 1
    }

    var count: Int {
        Int(last - first + 1)
    }

    /// The place of a minute in the span.
    func index(_ minute: Int64) -> Int? {
        (first...last).contains(minute) ? Int(minute - first) : nil
    }
}
