/// One send that the service will understand: the only thing that `SendClient` takes.
///
/// Source: the endpoint's v1 page; for the legacy style, the v2 page.
public struct SendRequest: Sendable, Hashable {
    /// The one person to mail.
    public enum Recipient: Sendable, Hashable {
        case externalUserID(String)
        case alias(label: String, name: String)

        /// The person as the ledger and the screen name them: a user id, or `label:name`.
        public var name: String {
            switch self {
            case .externalUserID(let id): id
            case .alias(let label, let name): "\(label):\(name)"
            }
        }
    }

    /// The page that path and body follow.
    public let style: SendDraft.Style
    /// The campaign's API identifier.
    public let campaignAPIID: String
    /// Whom to mail.
    public let recipient: Recipient
    /// What to set on the user before the message is made.
    public let attributes: JSONObject?
    /// Values for this message alone.
    public let triggerProperties: JSONObject?
    /// Our identifier for the send, which the service echoes and tells repetitions by.
    public let externalSendID: String?
    /// For the legacy page: mail only users who exist already.
    public let sendToExistingOnly: Bool?

    /// Checks a draft, field by field.
    ///
    /// - Throws: `SendRequestError` with every fault that the draft has.
    public init(validating draft: SendDraft) throws(SendRequestError) {
        var check = SendDraftCheck(draft)
        style = draft.style
        campaignAPIID = check.campaign()
        let recipient = check.recipient()
        attributes = check.attributes()
        triggerProperties = check.triggerProperties()
        externalSendID = check.externalSendID()
        sendToExistingOnly = draft.style == .legacyV2 ? draft.sendToExistingOnly : nil
        guard check.faults.isEmpty, let recipient else { throw SendRequestError(faults: check.faults) }
        self.recipient = recipient
    }

    /// The path to post to.
    public var path: String {
        switch style {
        case .v1: "/transactional/v1/campaigns/\(campaignAPIID)/send"
        case .legacyV2: "/v2/transactional/campaigns/\(campaignAPIID)/send"
        }
    }

    /// The request's body, in the order of the page, with numbers and key order as they were typed.
    public var body: JSON {
        var object = JSONObject()
        object["external_send_id"] = externalSendID.map(JSON.string)
        object["trigger_properties"] = triggerProperties.map(JSON.object)
        var person = JSONObject()
        switch recipient {
        case .externalUserID(let id):
            person["external_user_id"] = .string(id)
        case .alias(let label, let name):
            person["user_alias"] = ["alias_name": .string(name), "alias_label": .string(label)]
        }
        person["send_to_existing_only"] = sendToExistingOnly.map(JSON.bool)
        person["attributes"] = attributes.map(JSON.object)
        object["recipient"] = .object(person)
        return .object(object)
    }
}
