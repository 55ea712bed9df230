public import SendtopCore

/// What a ledger holds, and how far the derived tables are.
public struct LedgerInfo: Sendable, Hashable {
    /// The file of events.
    public var path: String
    /// The ledger's own name, made once and kept in copies: 32 hexadecimal digits.
    public var identity: String
    /// Bytes on disk, by file, of those that are there.
    public var files: [File]
    /// Events that are there.
    public var events: Int
    /// The first and the last of them; 0 when there are none.
    public var firstSeq: Int64
    public var lastSeq: Int64
    /// When the last one was taken in.
    public var lastEventAt: Timestamp?
    public var sends: Int
    /// The last event that the derived tables show.
    public var cursor: Int64
    /// Events that they do not show yet.
    public var backlog: Int
    /// The last event that retention has taken out; 0 when it took none.
    public var prunedThrough: Int64
    /// Bytes of the events' file that are in use, and that what comes in can use again.
    public var usedBytes: Int64
    public var freeBytes: Int64
    /// The process that takes postbacks in, when one does.
    public var owner: Ledger.Owner?

    /// A file of the ledger.
    public struct File: Sendable, Hashable {
        public var path: String
        public var bytes: Int64

        public init(path: String, bytes: Int64) {
            self.path = path
            self.bytes = bytes
        }
    }
}
