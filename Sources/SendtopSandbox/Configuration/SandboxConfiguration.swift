/// What the sandbox plays, and how it behaves.
///
/// ``builtIn`` is useful as it is; ``check()`` says what is wrong with one made by hand.
public struct SandboxConfiguration: Sendable, Hashable {
    /// The API keys; the first one of the built-in set may do everything.
    public var keys: [Key]
    /// The campaigns of the dashboard.
    public var campaigns: [Campaign]
    /// The users that exist at the start; one whom the state already knows keeps what the state says.
    public var users: [User]
    /// How long each step of a send takes.
    public var latencies: Latencies
    /// The same seed gives the n-th send the same latencies.
    public var seed: UInt64
    /// Multiplies latencies and the waits between tries of a postback: 0.01 makes half an hour 18 seconds.
    public var timeFactor: Double
    /// The paid sends an hour; more are sent as well, but are outside the SLA.
    public var hourlyAllotment: Int
    /// The requests an hour, over all, beyond which the answer is 429.
    public var rateLimit: Int
    /// How long an `external_send_id` is remembered, in hours.
    public var deduplicationHours: Double
    /// Whether a known `external_send_id` is answered 400 for all that time, not just while the first send is queued.
    public var alwaysRefuseDuplicates: Bool
    /// Whether `recipient` must be the documented object; otherwise an array of one, and `recipients`, do as well.
    public var strict: Bool
    /// How many rendered messages are kept to be looked at.
    public var keptMessages: Int

    /// Makes a configuration; what is left out is as in ``builtIn``, but for users, of whom there are none.
    ///
    /// Nothing is checked here: see ``check()``.
    public init(
        keys: [Key],
        campaigns: [Campaign],
        users: [User] = [],
        latencies: Latencies = Latencies(),
        seed: UInt64 = 1,
        timeFactor: Double = 1,
        hourlyAllotment: Int = 50_000,
        rateLimit: Int = 250_000,
        deduplicationHours: Double = 24,
        alwaysRefuseDuplicates: Bool = false,
        strict: Bool = false,
        keptMessages: Int = 1_000
    ) {
        self.keys = keys
        self.campaigns = campaigns
        self.users = users
        self.latencies = latencies
        self.seed = seed
        self.timeFactor = timeFactor
        self.hourlyAllotment = hourlyAllotment
        self.rateLimit = rateLimit
        self.deduplicationHours = deduplicationHours
        self.alwaysRefuseDuplicates = alwaysRefuseDuplicates
        self.strict = strict
        self.keptMessages = keptMessages
    }
}
