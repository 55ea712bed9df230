extension SandboxConfiguration {
    /// A campaign of the dashboard.
    public struct Campaign: Sendable, Hashable {
        /// Whether the campaign takes sends.
        public enum State: String, Sendable, Hashable, CaseIterable {
            /// It takes sends.
            case active
            /// It refuses sends until it is resumed.
            case paused
            /// It refuses sends until it is unarchived.
            case archived
        }

        /// The API identifier, such as `417220e4-5a2a-b634-7f7d-9ec891532368`.
        public var id: String
        /// The name that people read, such as `order-confirmation`.
        public var name: String
        /// Whether the campaign takes sends.
        public var state: State
        /// Whether the transactional endpoint may send it.
        public var transactional: Bool
        /// The subject, as Liquid.
        public var subject: String
        /// The HTML body, as Liquid; empty for none.
        public var html: String
        /// The plain text body, as Liquid; empty for none.
        public var text: String

        /// Makes a campaign; without `html` and `text` it has nothing to send.
        public init(
            id: String,
            name: String,
            state: State = .active,
            transactional: Bool = true,
            subject: String,
            html: String = "",
            text: String = ""
        ) {
            self.id = id
            self.name = name
            self.state = state
            self.transactional = transactional
            self.subject = subject
            self.html = html
            self.text = text
        }
    }
}
