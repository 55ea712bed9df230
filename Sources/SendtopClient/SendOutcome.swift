/// What became of a send.
public enum SendOutcome: Sendable, Hashable {
    /// The service took it.
    case accepted(Acceptance)
    /// The service already holds a send with this `external_send_id`; its mail may well go out.
    case taken(SendError)
    /// The service said no.
    case rejected(SendError)
    /// There is no answer that says what became of it.
    case failed(SendError)

    /// The error, for all but an accepted send.
    public var error: SendError? {
        switch self {
        case .accepted: nil
        case .taken(let error), .rejected(let error), .failed(let error): error
        }
    }
}

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
}
