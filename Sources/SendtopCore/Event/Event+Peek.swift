extension Event {
    /// Who looks at a screen.
    public struct Viewer: Sendable, Hashable {
        /// The name of the user that the program runs as.
        public var user: String
        /// The address that the user came from over ssh.
        public var address: String?

        public init(user: String, address: String?) {
            self.user = user
            self.address = address
        }
    }

    /// Somebody saw a masked send as it is.
    public init(peekAt send: Send, by viewer: Viewer, at: Timestamp) {
        var body = JSONObject()
        body["user"] = .string(viewer.user)
        body["address"] = viewer.address.map(JSON.string)
        self.init(
            at: at,
            kind: .peeked,
            dispatchID: send.dispatchID,
            requestID: send.requestID,
            source: viewer.address.map { "\(viewer.user) from \($0)" } ?? viewer.user,
            body: Array(JSON.object(body).text().utf8)
        )
    }
}
