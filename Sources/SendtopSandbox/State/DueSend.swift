import SendtopCore

/// A send that is due, with all that its message is made from.
struct DueSend: Sendable {
    var number: Int64
    var accepted: AcceptedSend
    /// The user with the three synchronous attributes as they were when the request came.
    var profile: Profile?
    var recipient: String
    var triggerProperties: JSONObject
    var lateAttributes: JSONObject?
    var enqueuedAt: Timestamp
    var isHardBounced: Bool
}
