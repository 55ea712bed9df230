extension SandboxConfiguration {
    /// An API key of the service, and what it may do.
    public struct Key: Sendable, Hashable {
        /// The permission that the transactional endpoint asks for.
        public static let sendPermission = "transactional.send"

        /// The text after `Bearer`.
        public var key: String
        /// Such as `transactional.send`.
        public var permissions: [String]
        /// Addresses or networks (`192.0.2.0/24`) that may use the key; empty for all.
        public var ipAllowList: [String]

        /// Makes a key; left alone, it may send from everywhere.
        public init(key: String, permissions: [String] = [Key.sendPermission], ipAllowList: [String] = []) {
            self.key = key
            self.permissions = permissions
            self.ipAllowList = ipAllowList
        }
    }
}
