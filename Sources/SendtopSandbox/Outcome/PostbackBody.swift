import SendtopCore

/// The body of a postback, to the letter of the pages' examples: fields, their order, the form of the timestamps.
enum PostbackBody {
    /// The body that tells of an event of a send.
    static func json(of event: SendPlan.Event, plan: SendPlan, send: AcceptedSend) -> JSON {
        switch send.style {
        case .v1: v1(event, plan, send)
        case .legacyV2: legacy(event, send)
        }
    }

    /// Whether the page of that style has such a postback at all; the legacy one knows no `processed`.
    static func exists(for status: SendStatus, style: SendDraft.Style) -> Bool {
        style == .v1 || legacyName(of: status) != nil
    }

    /// A status in the words of a page.
    static func statusText(_ status: SendStatus, style: SendDraft.Style) -> String {
        switch style {
        case .v1: status.rawValue
        case .legacyV2: legacyName(of: status) ?? "Sent"
        }
    }

    private static func v1(_ event: SendPlan.Event, _ plan: SendPlan, _ send: AcceptedSend) -> JSON {
        var metadata = JSONObject()
        switch event.status {
        case .sent:
            metadata["received_at"] = .string(plan.receivedAt.pageText)
            metadata["enqueued_at"] = .string(plan.enqueuedAt.pageText)
            metadata["executed_at"] = .string(plan.executedAt.pageText)
            metadata["sent_at"] = .string(event.stamp.pageText)
        case .aborted:
            metadata["reason"] = plan.reason.map(JSON.string)
            metadata["aborted_at"] = .string(event.stamp.pageText)
        case .bounced:
            metadata["bounced_at"] = .string(event.stamp.pageText)
            metadata["reason"] = plan.reason.map(JSON.string)
        default:
            metadata["\(event.status.rawValue)_at"] = .string(event.stamp.pageText)
        }
        metadata["campaign_api_id"] = .string(send.campaignAPIID)
        metadata["external_send_id"] = send.externalSendID.map(JSON.string)
        return [
            "dispatch_id": .string(send.dispatchID),
            "status": .string(event.status.rawValue),
            "metadata": .object(metadata),
        ]
    }

    private static func legacy(_ event: SendPlan.Event, _ send: AcceptedSend) -> JSON {
        var object = JSONObject()
        object["send_id"] = .string(send.dispatchID)
        object["status"] = .string(statusText(event.status, style: .legacyV2))
        object["external_send_id"] = send.externalSendID.map(JSON.string)
        return .object(object)
    }

    private static func legacyName(of status: SendStatus) -> String? {
        switch status {
        case .sent: "Sent"
        case .aborted: "Aborted"
        case .delivered: "Email Delivered"
        case .bounced: "Email Bounced"
        default: nil
        }
    }
}

extension Timestamp {
    /// The moment as the pages write it: `2020-08-31T18:58:41.000+00:00`.
    var pageText: String {
        "\(day)T\(clock)+00:00"
    }
}
