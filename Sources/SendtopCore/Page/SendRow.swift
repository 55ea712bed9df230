/// A send with its place in the ledger.
public struct SendRow: Sendable, Hashable, Identifiable {
    /// The ledger's own number for the send, rising in order of arrival; the same for as long as the send is there.
    public var id: Int64
    public var send: Send
    /// What the reason means, for sends that bounced or were aborted.
    public var bounceClass: BounceClass?
    /// The enhanced status code of the reason, or its reply code.
    public var code: String?

    public init(id: Int64, send: Send, bounceClass: BounceClass? = nil, code: String? = nil) {
        self.id = id
        self.send = send
        self.bounceClass = bounceClass
        self.code = code
    }
}
