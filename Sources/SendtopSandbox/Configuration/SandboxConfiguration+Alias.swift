extension SandboxConfiguration {
    /// Another name of a user; a user has at most one name a label.
    public struct Alias: Sendable, Hashable {
        /// The kind of name, such as `customer`; `alias_label` in a request.
        public var label: String
        /// The name itself, unique within its label; `alias_name` in a request.
        public var name: String

        /// Makes an alias.
        public init(label: String, name: String) {
            self.label = label
            self.name = name
        }
    }
}
