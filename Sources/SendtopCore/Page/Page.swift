/// The ledger's answer to a `PageRequest`, of one moment.
public struct Page: Sendable, Hashable {
    /// The window's rows in the order that was asked for.
    public var rows: [SendRow]
    /// Whether `rows` are all that the window holds, or what was found so far.
    public var isSearched: Bool
    /// Whether nothing comes before the window's first row.
    public var isFirst: Bool
    /// Matching sends that came after `PageRequest.since`; 0 where that is `nil`.
    public var newer: Int
    /// The newest send's row `id`, whether it passes or not; 0 when there are no sends.
    public var newest: Int64
    /// The row's `id` of the send that `PageRequest.find` names, once the derived tables hold it.
    public var found: Int64?
    /// Sends that pass the filter.
    public var matching: Int
    /// Whether `matching` and `newer` are all there are, or what was counted so far.
    public var isCounted: Bool
    /// All sends.
    public var total: Int
    /// The selected send with its events in order of arrival, when one was asked for and is there.
    public var timeline: Timeline?
    /// Refusals by meaning, most frequent first.
    public var reasons: [ReasonGroup]
    public var figures: Figures
    /// Events that the derived tables do not show yet.
    public var backlog: Int

    public init(
        rows: [SendRow] = [],
        isSearched: Bool = true,
        isFirst: Bool = true,
        newer: Int = 0,
        newest: Int64 = 0,
        found: Int64? = nil,
        matching: Int = 0,
        isCounted: Bool = true,
        total: Int = 0,
        timeline: Timeline? = nil,
        reasons: [ReasonGroup] = [],
        figures: Figures = Figures(),
        backlog: Int = 0
    ) {
        self.rows = rows
        self.isSearched = isSearched
        self.isFirst = isFirst
        self.newer = newer
        self.newest = newest
        self.found = found
        self.matching = matching
        self.isCounted = isCounted
        self.total = total
        self.timeline = timeline
        self.reasons = reasons
        self.figures = figures
        self.backlog = backlog
    }
}

/// A send with all that was said of it.
public struct Timeline: Sendable, Hashable {
    public var row: SendRow
    /// In order of arrival; the newest `limit` when there are more.
    public var events: [Event]
    /// How long the campaign's sends took from the step before to each status, over the last hour.
    public var usual: [SendStatus: Percentiles]
    /// How many events are shown at most.
    public static let limit = 200

    public init(row: SendRow, events: [Event], usual: [SendStatus: Percentiles] = [:]) {
        self.row = row
        self.events = events
        self.usual = usual
    }
}

/// Bounces and aborts that were given the same reason.
public struct ReasonGroup: Sendable, Hashable {
    public var status: SendStatus
    public var bounceClass: BounceClass?
    public var code: String?
    /// One of the reasons, as it came.
    public var example: String
    public var count: Int
    public var firstSeen: Timestamp
    public var lastSeen: Timestamp
    /// Counts over the asked span in equal parts, oldest first.
    public var trend: [Int]
    /// API identifiers of the campaigns that were hit within the span, most often hit first.
    public var campaigns: [String]
    /// Whether the ledger is older than the span, and first heard of the reason within it.
    public var isNew: Bool

    public init(
        status: SendStatus,
        bounceClass: BounceClass?,
        code: String?,
        example: String,
        count: Int,
        firstSeen: Timestamp,
        lastSeen: Timestamp,
        trend: [Int],
        campaigns: [String] = [],
        isNew: Bool = false
    ) {
        self.status = status
        self.bounceClass = bounceClass
        self.code = code
        self.example = example
        self.count = count
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.trend = trend
        self.campaigns = campaigns
        self.isNew = isNew
    }
}
