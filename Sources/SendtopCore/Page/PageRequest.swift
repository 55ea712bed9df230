/// What the screen wants to know of the ledger: one window of rows, and bounded aggregates.
public struct PageRequest: Sendable, Hashable {
    /// Where the window of rows begins.
    public enum Anchor: Sendable, Hashable {
        /// At the newest send, or in another order at the first one.
        case newest
        /// At a send, the first of the window; at the next older one when the filter hides it. `.min` is the end.
        case row(Int64)
    }

    public var filter: Filter
    public var order: RowOrder
    public var anchor: Anchor
    /// Rows at most, from the anchor on.
    public var limit: Int
    /// Matching sends just before an anchored row, at most, that the window holds too.
    ///
    /// With them the screen scrolls up without a wait. An anchor older than every send gives the oldest ones.
    public var above: Int
    /// The row `id` of the send after which those that came are counted, as `Page.newer`.
    public var since: Int64?
    /// A `requestID` whose send's row is wanted, wherever it is and whatever the filter; answered by `Page.found`.
    public var find: String?
    /// The send whose events are wanted, by its row's `id`.
    public var selected: Int64?
    /// How far back bounce reasons are grouped, in milliseconds; `nil` when the pane is hidden.
    public var reasonsSpan: Int64?
    /// How far back figures and charts reach, in milliseconds.
    public var figuresSpan: Int64

    public init(
        filter: Filter = .all,
        order: RowOrder = .arrival,
        anchor: Anchor = .newest,
        limit: Int,
        above: Int = 0,
        since: Int64? = nil,
        find: String? = nil,
        selected: Int64? = nil,
        reasonsSpan: Int64? = nil,
        figuresSpan: Int64 = 3_600_000
    ) {
        self.filter = filter
        self.order = order
        self.anchor = anchor
        self.limit = limit
        self.above = above
        self.since = since
        self.find = find
        self.selected = selected
        self.reasonsSpan = reasonsSpan
        self.figuresSpan = figuresSpan
    }
}
