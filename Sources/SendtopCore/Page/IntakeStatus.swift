/// How the listener fares, for the status lines.
public struct IntakeStatus: Sendable, Hashable {
    /// Where postbacks are taken in, such as `http://127.0.0.1:7363/postback`; `nil` when this process takes none.
    public var url: String?
    /// Requests answered 200 since the start.
    public var taken: Int
    /// Requests answered 4xx since the start.
    public var refused: Int
    /// Requests answered 5xx since the start: the ledger could not take them.
    public var failed: Int
    /// When the last request that was answered 200 came.
    public var lastAt: Timestamp?
    /// Why nothing can be taken in, when that is so.
    public var problem: String?
    /// Who takes postbacks in, when this process only looks.
    public var other: Other?

    /// Another process in this one's place.
    public enum Other: Sendable, Hashable {
        /// A process, by its id when that is known.
        case process(Int32?)
        /// None, at the moment.
        case nobody
    }

    public init(
        url: String? = nil,
        taken: Int = 0,
        refused: Int = 0,
        failed: Int = 0,
        lastAt: Timestamp? = nil,
        problem: String? = nil,
        other: Other? = nil
    ) {
        self.url = url
        self.taken = taken
        self.refused = refused
        self.failed = failed
        self.lastAt = lastAt
        self.problem = problem
        self.other = other
    }
}
