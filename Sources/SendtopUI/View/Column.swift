import SendtopCore

/// A column of the table; the raw value is its name in the file of saved views.
public enum Column: String, Sendable, Hashable, CaseIterable {
    case time
    case status
    case latency = "lat"
    case dispatch
    case campaign
    case externalID = "external-id"
    case recipient = "to"
    case code
    case reason
    case bounceClass = "class"
    case duplicates = "dup"
    case lastSeen = "last-seen"
    case receivedToSent = "received-sent"
    case sentToProcessed = "sent-processed"
    case processedToDelivered = "processed-delivered"
    case requestID = "request-id"

    /// What the table shows unless somebody chose otherwise.
    public static let standard: [Column] = [
        .time, .status, .latency, .dispatch, .campaign, .externalID, .recipient, .code, .reason,
    ]

    var title: String {
        switch self {
        case .time: "TIME"
        case .status: "STATUS"
        case .latency: "LAT"
        case .dispatch: "DISPATCH"
        case .campaign: "CAMPAIGN"
        case .externalID: "EXTERNAL ID"
        case .recipient: "TO"
        case .code: "CODE"
        case .reason: "REASON"
        case .bounceClass: "CLASS"
        case .duplicates: "DUP"
        case .lastSeen: "LAST SEEN"
        case .receivedToSent: "RECV-SENT"
        case .sentToProcessed: "SENT-PROC"
        case .processedToDelivered: "PROC-DELIV"
        case .requestID: "REQUEST ID"
        }
    }

    /// A sentence for the chooser.
    var help: String {
        switch self {
        case .time: "When the ledger first heard of the send."
        case .status: "How far the send came."
        case .latency: "From the service's receipt to the step that the status names."
        case .dispatch: "The service's id for the send, its first eight characters."
        case .campaign: "The campaign's name, or its id."
        case .externalID: "Our id for the send."
        case .recipient: "Whom our own request named."
        case .code: "The enhanced status code of the reason, or its reply code."
        case .reason: "Why the send bounced, was aborted, or came to nothing."
        case .bounceClass: "What the reason means."
        case .duplicates: "Postbacks that said what another had said."
        case .lastSeen: "When the ledger last heard of the send."
        case .receivedToSent: "From the service's receipt to the hand-over to its email partner."
        case .sentToProcessed: "From the hand-over to the partner's preparation."
        case .processedToDelivered: "From the preparation to the inbox provider's acceptance."
        case .requestID: "Our own name for the request."
        }
    }

    /// What the table is put in order by with this column.
    var orderKey: RowOrder.Key {
        switch self {
        case .time: .arrival
        case .status: .status
        case .latency: .latency
        case .dispatch: .dispatchID
        case .campaign: .campaign
        case .externalID: .externalSendID
        case .recipient: .recipient
        case .code: .code
        case .reason: .reason
        case .bounceClass: .bounceClass
        case .duplicates: .duplicates
        case .lastSeen: .lastSeen
        case .receivedToSent: .receivedToSent
        case .sentToProcessed: .sentToProcessed
        case .processedToDelivered: .processedToDelivered
        case .requestID: .requestID
        }
    }

    /// Whether the column's text stands at its right end.
    var isNumber: Bool {
        switch self {
        case .latency, .duplicates, .receivedToSent, .sentToProcessed, .processedToDelivered: true
        default: false
        }
    }
}
