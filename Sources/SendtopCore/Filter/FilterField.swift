/// A text of a send that a filter can ask for by name.
public enum FilterField: String, Sendable, Hashable, CaseIterable {
    /// The status that is shown.
    case status
    /// The campaign's API id.
    case campaign
    /// The class of the bounce or abort reason.
    case bounceClass = "class"
    /// The enhanced status code of the reason, or its reply code.
    case code
    /// Whom our own request named.
    case recipient = "to"
    /// Our id for the send.
    case externalSendID = "ext"
    /// The service's id for the send.
    case dispatchID = "dispatch"
    /// Why the send has the status that is shown.
    case reason

    /// Whether a value must be the whole text; of other fields it may be any part, unless it holds a `*`.
    public var isWhole: Bool {
        switch self {
        case .status, .bounceClass, .code: true
        case .campaign, .recipient, .externalSendID, .dispatchID, .reason: false
        }
    }

    /// The term that asks for a value, quoted where it must be, for `Filter.parse`.
    public func term(for value: String) -> String {
        let isPlain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "*", "\"", "\\", "(", ")": false
                default: !scalar.properties.isWhitespace
                }
            }
        if isPlain { return "\(rawValue):\(value)" }
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\(rawValue):\"\(escaped)\""
    }

    /// The field's text in a send; `nil` when it has none.
    func text(of row: SendRow) -> String? {
        switch self {
        case .status: row.send.status.rawValue
        case .campaign: row.send.campaignAPIID
        case .bounceClass: row.bounceClass?.rawValue
        case .code: row.code
        case .recipient: row.send.recipient
        case .externalSendID: row.send.externalSendID
        case .dispatchID: row.send.dispatchID
        case .reason: row.send.reason
        }
    }
}
