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
