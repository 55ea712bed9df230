/// What the screen wants to know of the ledger: one window of rows, and bounded aggregates.
public struct PageRequest: Sendable, Hashable {
    /// Where the window of rows begins.
    public enum Anchor: Sendable, Hashable {
        /// At the newest send.
        case newest
        /// At a send, the first of the window; at the next older one when the filter hides it.
        case row(Int64)
    }

    public var filter: Filter
    public var anchor: Anchor
    /// Rows at most.
    public var limit: Int
    /// The send whose events are wanted, by its row's `id`.
    public var selected: Int64?
    /// How far back bounce reasons are grouped, in milliseconds; `nil` when the pane is hidden.
    public var reasonsSpan: Int64?
    /// How far back figures and charts reach, in milliseconds.
    public var figuresSpan: Int64

    public init(
        filter: Filter = .all,
        anchor: Anchor = .newest,
        limit: Int,
        selected: Int64? = nil,
        reasonsSpan: Int64? = nil,
        figuresSpan: Int64 = 3_600_000
    ) {
        self.filter = filter
        self.anchor = anchor
        self.limit = limit
        self.selected = selected
        self.reasonsSpan = reasonsSpan
        self.figuresSpan = figuresSpan
    }
}
