/// One line of the ledger: a postback that we took in, or something that we did.
public struct Event: Sendable, Hashable {
    /// What happened; unknown kinds, written by a newer version, survive.
    public struct Kind: Sendable, Hashable, RawRepresentable {
        /// The name that the ledger and the export use.
        public let rawValue: String

        /// Takes a kind by its name, known or not.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A postback came in.
        public static let postback = Kind(rawValue: "postback")
        /// The service took our request.
        public static let accepted = Kind(rawValue: "accepted")
        /// The service said no to our request.
        public static let rejected = Kind(rawValue: "rejected")
        /// Our request got no answer that says what became of it.
        public static let failed = Kind(rawValue: "failed")
        /// The service already holds a send with our `external_send_id`.
        public static let taken = Kind(rawValue: "taken")
        /// Somebody saw a masked send as it is.
        public static let peeked = Kind(rawValue: "peeked")

        /// Whether it tells something of what became of a send, and not only of who looked at it.
        public var changesSend: Bool {
            self != .peeked
        }
    }

    /// One header of the request that brought a postback.
    public struct Header: Sendable, Hashable {
        /// The name as it came.
        public var name: String
        /// The value as it came.
        public var value: String

        /// Makes a header.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The place in the ledger, rising from 1; 0 until the ledger gives one.
    public var seq: Int64
    /// When it happened, by our clock.
    public var at: Timestamp
    /// What happened.
    public var kind: Kind
    /// The service's name for the send, fit to be a key, when the event names one.
    public var dispatchID: String?
    /// Our own name for the request, for what we did ourselves.
    public var requestID: String?
    /// The status as it came, or the one that our own deed means.
    public var status: String?
    /// The address that a postback came from, or the place that we sent to.
    public var source: String?
    /// The request's headers without those that carry secrets; empty for our own deeds.
    public var headers: [Header]
    /// The bytes of the postback as they came; for our own deeds, the JSON text of a `SendRecord`.
    public var body: [UInt8] {
        didSet { kept = KeptPostback() }
    }
    /// What the body of a postback says, where it was just read.
    var kept = KeptPostback()

    /// Makes an event; the ledger numbers it.
    public init(
        seq: Int64 = 0,
        at: Timestamp,
        kind: Kind,
        dispatchID: String? = nil,
        requestID: String? = nil,
        status: String? = nil,
        source: String? = nil,
        headers: [Header] = [],
        body: [UInt8]
    ) {
        self.seq = seq
        self.at = at
        self.kind = kind
        self.dispatchID = dispatchID
        self.requestID = requestID
        self.status = status
        self.source = source
        self.headers = headers
        self.body = body
    }
}
