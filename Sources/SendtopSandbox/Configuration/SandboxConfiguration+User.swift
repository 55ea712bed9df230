public import SendtopCore

extension SandboxConfiguration {
    /// A user profile.
    public struct User: Sendable, Hashable {
        /// The `external_user_id`; `nil` for a profile that only aliases name.
        public var externalID: String?
        /// The address, which also chooses the outcome of each send: see ``SandboxOutcome``.
        public var email: String?
        /// The first name, for the message's texts.
        public var firstName: String?
        /// The last name, for the message's texts.
        public var lastName: String?
        /// Other names by which requests may name the user.
        public var aliases: [Alias]
        /// Custom attributes, and standard ones such as `country`, by their field names.
        public var attributes: JSONObject

        /// Makes a user; at least one of `externalID` and `aliases` must name it.
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
}
