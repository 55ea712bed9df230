import SendtopCore

/// What the service's answers and postbacks say of a send that was accepted.
struct AcceptedSend: Sendable, Hashable {
    var style: SendDraft.Style
    var dispatchID: String
    var campaignAPIID: String
    var externalSendID: String?
    var receivedAt: Timestamp
}
