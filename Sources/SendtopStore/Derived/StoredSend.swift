import SendtopCore

/// A row of the `send` table, with all that it takes to go on merging.
struct StoredSend: Sendable, Hashable {
    var id: Int64
    var send: Send
    var reached = Reached()
    /// The number of the send's campaign; 0 when it is not known.
    var campaign: Int64 = 0
    /// What the reason means.
    var bounceClass: BounceClass?
    var code: String?

    init(id: Int64, send: Send) {
        self.id = id
        self.send = send
    }
}

extension SendRow {
    init(_ stored: StoredSend) {
        self.init(id: stored.id, send: stored.send, bounceClass: stored.bounceClass, code: stored.code)
    }
}
