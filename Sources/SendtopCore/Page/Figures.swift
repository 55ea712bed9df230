/// Counts and latencies over the span that was asked for, from the table of minutes.
public struct Figures: Sendable, Hashable {
    /// The first minute that is covered.
    public var start: Timestamp
    /// How many minutes are covered, the running one included; 0 as long as nothing was read.
    public var minutes: Int
    /// Whether these are the figures of the whole span, or of the newest minutes of it, as far as they were read.
    public var isWhole: Bool
    /// How many sends reached each status within the span.
    public var reached: [SendStatus: Int]
    /// How many sends reached each status in each minute, oldest first; all of the same length.
    public var perMinute: [SendStatus: [Int]]
    /// Milliseconds from one step to the next.
    public var sentLatency: Percentiles?
    public var processedLatency: Percentiles?
    public var deliveredLatency: Percentiles?
    /// The share of sends that were sent within a minute of their receipt, the service's own promise; 0 to 1.
    public var sentWithinMinute: Double?
    /// Duplicates that came within the span.
    public var duplicates: Int
    /// When the ledger took the last postback.
    public var lastPostbackAt: Timestamp?

    public init(
        start: Timestamp = Timestamp(milliseconds: 0),
        minutes: Int = 0,
        isWhole: Bool = true,
        reached: [SendStatus: Int] = [:],
        perMinute: [SendStatus: [Int]] = [:],
        sentLatency: Percentiles? = nil,
        processedLatency: Percentiles? = nil,
        deliveredLatency: Percentiles? = nil,
        sentWithinMinute: Double? = nil,
        duplicates: Int = 0,
        lastPostbackAt: Timestamp? = nil
    ) {
        self.start = start
        self.minutes = minutes
        self.isWhole = isWhole
        self.reached = reached
        self.perMinute = perMinute
        self.sentLatency = sentLatency
        self.processedLatency = processedLatency
        self.deliveredLatency = deliveredLatency
        self.sentWithinMinute = sentWithinMinute
        self.duplicates = duplicates
        self.lastPostbackAt = lastPostbackAt
    }
}

/// How long something took over a span, in milliseconds, each to within a sixtieth of itself.
public struct Percentiles: Sendable, Hashable {
    public var p50: Int64
    public var p95: Int64
    public var p99: Int64
    public var longest: Int64
    /// Of how many.
    public var count: Int

    public init(p50: Int64, p95: Int64, p99: Int64, longest: Int64, count: Int) {
        self.p50 = p50
        self.p95 = p95
        self.p99 = p99
        self.longest = longest
        self.count = count
    }
}
