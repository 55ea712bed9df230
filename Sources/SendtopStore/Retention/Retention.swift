/// How long a ledger keeps what it holds; what is absent is kept for ever.
public struct Retention: Sendable, Hashable {
    /// Milliseconds after which an event may go.
    public var eventAge: Int64?
    /// Bytes of events above which the oldest go.
    public var eventBytes: Int64?
    /// Milliseconds since it was last heard of after which the row of a send may go; never before its events have.
    public var sendAge: Int64?

    public init(eventAge: Int64? = nil, eventBytes: Int64? = nil, sendAge: Int64? = nil) {
        self.eventAge = eventAge
        self.eventBytes = eventBytes
        self.sendAge = sendAge
    }

    /// Whether everything is kept for ever.
    public var isEmpty: Bool {
        self == Retention()
    }
}

/// What retention took out of a ledger.
public struct Pruned: Sendable, Hashable {
    public var events: Int
    public var sends: Int

    public init(events: Int = 0, sends: Int = 0) {
        self.events = events
        self.sends = sends
    }
}
