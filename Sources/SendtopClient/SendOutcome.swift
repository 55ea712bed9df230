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
