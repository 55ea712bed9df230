import SendtopCore

/// What a send has in a column of the table.
enum ColumnValue {
    case time(Timestamp)
    case status(SendStatus)
    /// Milliseconds.
    case span(Int64?)
    /// What most sends have.
    case name(String?)
    /// What few sends have.
    case text(String?)
    case count(Int)
}

extension Column {
    /// - Parameter campaigns: the names of campaigns by their identifiers.
    func value(of row: SendRow, campaigns: [String: String]) -> ColumnValue {
        let send = row.send
        return switch self {
        case .time: .time(send.firstSeen)
        case .status: .status(send.status)
        case .latency: .span(send.latency)
        case .dispatch: .name(send.dispatchID)
        case .campaign: .name(send.campaignAPIID.map { campaigns[$0] ?? $0 })
        case .externalID: .name(send.externalSendID)
        case .recipient: .name(send.recipient)
        case .code: .text(row.code)
        case .reason: .text(send.reason)
        case .bounceClass: .text(row.bounceClass?.rawValue)
        case .duplicates: .count(send.duplicates)
        case .lastSeen: .time(send.lastSeen)
        case .receivedToSent: .span(send.milliseconds(from: .received, to: .sent))
        case .sentToProcessed: .span(send.milliseconds(from: .sent, to: .processed))
        case .processedToDelivered: .span(send.milliseconds(from: .processed, to: .delivered))
        case .requestID: .name(send.requestID)
        }
    }
}
