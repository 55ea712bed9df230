/// Counts and latencies over the span that was asked for, from the table of minutes.
public struct Figures: Sendable, Hashable {
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
    /// When the ledger took the last event.
    public var lastEventAt: Timestamp?

    public init(
        reached: [SendStatus: Int] = [:],
        perMinute: [SendStatus: [Int]] = [:],
        sentLatency: Percentiles? = nil,
        processedLatency: Percentiles? = nil,
        deliveredLatency: Percentiles? = nil,
        sentWithinMinute: Double? = nil,
        duplicates: Int = 0,
        lastEventAt: Timestamp? = nil
    ) {
        self.reached = reached
        self.perMinute = perMinute
        self.sentLatency = sentLatency
        self.processedLatency = processedLatency
        self.deliveredLatency = deliveredLatency
        self.sentWithinMinute = sentWithinMinute
        self.duplicates = duplicates
        self.lastEventAt = lastEventAt
    }
}

/// Percentiles of a span, in milliseconds.
public struct Percentiles: Sendable, Hashable {
    public var p50: Int64
    public var p95: Int64
    public var p99: Int64

    public init(p50: Int64, p95: Int64, p99: Int64) {
        self.p50 = p50
        self.p95 = p95
        self.p99 = p99
    }
}
