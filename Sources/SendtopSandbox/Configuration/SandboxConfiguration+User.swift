public import SendtopCore

extension SandboxConfiguration {
    /// A user profile.
    public struct User: Sendable, Hashable {
        /// The `external_user_id`; `nil` for a profile that only aliases name.
        public var externalID: String?
        /// The address, which also chooses the outcome of each send: see ``SandboxOutcome``.
        public var email: String?
        public var firstName: String?
        public var lastName: String?
        public var aliases: [Alias]
        /// Custom attributes, and standard ones such as `country`, by their field names.
        public var attributes: JSONObject

        public init(
            externalID: String?,
            email: String?,
            firstName: String? = nil,
            lastName: String? = nil,
            aliases: [Alias] = [],
            attributes: JSONObject = JSONObject()
        ) {
            self.externalID = externalID
            self.email = email
            self.firstName = firstName
            self.lastName = lastName
            self.aliases = aliases
            self.attributes = attributes
        }
    }

    /// Another name of a user; a user has at most one name a label.
    public struct Alias: Sendable, Hashable {
        public var label: String
        public var name: String

        public init(label: String, name: String) {
            self.label = label
            self.name = name
        }
    }
}
