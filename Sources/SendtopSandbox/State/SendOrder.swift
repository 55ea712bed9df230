import SendtopCore

/// A request that passed every check, ready to become a send.
struct SendOrder: Sendable, Hashable {
    var style: SendDraft.Style
    var campaignAPIID: String
    var recipient: SendRequest.Recipient
    var attributes: JSONObject?
    var triggerProperties: JSONObject
    var externalSendID: String?
    /// Whether an unknown user id is created although the request gives no attributes; the legacy page says so.
    var createsUser: Bool
    /// Whether no unknown user is created at all, attributes or not.
    var existingUsersOnly: Bool
    var receivedAt: Timestamp
}

/// What became of an order.
enum Acceptance: Sendable, Hashable {
    /// A new send.
    case new(AcceptedSend)
    /// The `external_send_id` is that of an earlier send, which is queued.
    case queued
    /// The `external_send_id` is that of an earlier send, which has left the queue.
    case known(AcceptedSend, SendStatus)
}
