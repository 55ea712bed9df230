/// A service's yes; any answer with a 2xx status is one, whatever it holds.
public struct Acceptance: Sendable, Hashable {
    /// The HTTP status.
    public var status: Int
    /// `dispatch_id`, or `send_id` of the legacy style.
    public var dispatchID: String?
    /// What the service calls the send's status.
    public var sendStatus: String?
    /// The service's `message`.
    public var message: String?
    /// The faults that the service passed over.
    public var errors: [String]
    /// The service's `X-Request-Id`.
    public var requestID: String?

    /// Makes a yes from what the answer held.
    public init(
        status: Int,
        dispatchID: String? = nil,
        sendStatus: String? = nil,
        message: String? = nil,
        errors: [String] = [],
        requestID: String? = nil
    ) {
        self.status = status
        self.dispatchID = dispatchID
        self.sendStatus = sendStatus
        self.message = message
        self.errors = errors
        self.requestID = requestID
    }
}
