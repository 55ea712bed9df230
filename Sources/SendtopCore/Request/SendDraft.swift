/// A send as a person typed it: raw text, field by field, right or wrong.
public struct SendDraft: Sendable, Hashable {
    /// Which of the service's pages the request follows.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// `POST /transactional/v1/campaigns/{id}/send`
        case v1
        /// `POST /v2/transactional/campaigns/{id}/send`
        case legacyV2 = "v2"
    }

    /// A field of the form, and the option of the command line.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case campaign
        case externalUserID = "external_user_id"
        case aliasLabel = "alias_label"
        case aliasName = "alias_name"
        case attributes
        case triggerProperties = "trigger_properties"
        case externalSendID = "external_send_id"
    }

    /// The page that the request is to follow.
    public var style: Style
    /// For the legacy page: mail only users who exist already.
    public var sendToExistingOnly: Bool?
    private var texts: [Field: String] = [:]

    /// Makes a draft of the texts that are there; the others are empty.
    public init(style: Style = .v1, _ texts: [Field: String] = [:]) {
        self.style = style
        self.texts = texts
    }

    /// A field's text; empty when it was left empty.
    public subscript(field: Field) -> String {
        get { texts[field] ?? "" }
        set { texts[field] = newValue.isEmpty ? nil : newValue }
    }
}
