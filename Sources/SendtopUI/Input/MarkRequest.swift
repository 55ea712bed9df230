public import SendtopCore

/// Which sends are to be marked: those of a range that pass a filter, the newest first.
public struct MarkRequest: Sendable, Hashable {
    /// Sends that can be marked at a time.
    public static let limit = 10_000

    public var filter: Filter
    /// The first and the last row's `id`.
    public var from: Int64
    public var to: Int64

    public init(filter: Filter, from: Int64, to: Int64) {
        self.filter = filter
        self.from = from
        self.to = to
    }
}

/// Which sends something is to be done with.
public enum Selection: Sendable, Hashable {
    /// By their rows' `id`, newest first.
    case sends([Int64])
    case filter(Filter)
}
