/// What became of a request, or of a connection that never got to one.
enum Outcome: String, CaseIterable, Sendable {
    /// It is in the ledger.
    case taken
    /// The body is no postback.
    case malformed
    /// The connection was to be encrypted, and was not.
    case handshakeFailed = "handshake_failed"
    /// The head is no HTTP, or too large.
    case badHead = "bad_head"
    /// The body is over the limit.
    case tooLarge = "too_large"
    /// The connection ended before the body did.
    case incomplete
    /// The head or the body came too slowly.
    case tooSlow = "too_slow"
    /// The sender did not read its answers.
    case unread
    /// The secret is missing or wrong.
    case unauthorised
    /// The address is not on the list.
    case forbidden
    /// Nothing is at the path, or not with this method.
    case misdirected
    /// The connection was one too many.
    case connectionRefused = "connection_refused"
    /// The connection made room for another.
    case evicted
    /// More waits for the ledger than may.
    case overloaded
    /// The ledger failed.
    case notStored = "not_stored"
}
