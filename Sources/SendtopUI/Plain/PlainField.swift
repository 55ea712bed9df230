/// A part of a line that is printed for an event; the raw value is its name on the command line.
public enum PlainField: String, Sendable, Hashable, CaseIterable {
    case time
    case status
    /// The dispatch id, or our own request id.
    case send
    case campaign
    case to
    case externalID = "external-id"
    case reason
    case bounceClass = "class"
    case code
    /// Where a postback came from, or where a request went.
    case source

    /// What a line holds unless somebody chose otherwise.
    public static let standard: [PlainField] = [.time, .status, .send, .campaign, .to, .externalID, .reason]
}
