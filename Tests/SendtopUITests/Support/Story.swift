import SendtopCore

/// One made-up send and what was said of it, as the postbacks that a service would send.
struct Story {
    var dispatchID: String
    var campaign: String
    var externalSendID: String?
    var recipient: String?
    var start: Timestamp
    var outcome: SendStatus
    var reason: String?
    var bounceClass: BounceClass?
    var code: String?

    /// The events, as the ledger keeps them.
    func events() throws -> [Event] {
        var events: [Event] = []
        if let recipient {
            let record = SendRecord(
                url: "http://127.0.0.1:7364/transactional/v1/campaigns/\(campaign)/send",
                campaignAPIID: campaign,
                recipient: recipient,
                externalSendID: externalSendID,
                attempt: 1,
                request: .null,
                answer: SendRecord.Answer(status: 201, requestID: nil, body: "{}"),
                reason: outcome == .rejected ? reason : nil
            )
            let kind: Event.Kind = outcome == .rejected ? .rejected : .accepted
            events.append(
                Event(
                    at: start.adding(milliseconds: 12),
                    kind: kind,
                    dispatchID: outcome == .rejected ? nil : dispatchID,
                    requestID: "request-\(dispatchID.prefix(8))",
                    status: kind.rawValue,
                    body: record.bytes
                )
            )
        }
        return try events + postbacks()
    }

    private func postbacks() throws -> [Event] {
        guard ![.accepted, .rejected].contains(outcome) else { return [] }
        if outcome == .aborted { return try [postback(.aborted, after: 310)] }
        var events = try [postback(.sent, after: 412)]
        if outcome != .sent { events.append(try postback(.processed, after: 905)) }
        if outcome == .delivered || outcome == .bounced { events.append(try postback(outcome, after: 1_830)) }
        return events
    }

    private func postback(_ status: SendStatus, after delay: Int64) throws -> Event {
        let at = start.adding(milliseconds: delay)
        var metadata: JSONObject = JSONObject()
        metadata["campaign_api_id"] = .string(campaign)
        metadata["external_send_id"] = externalSendID.map(JSON.string)
        if status == .sent || status == .aborted {
            for name in ["received_at", "enqueued_at", "executed_at"] { metadata[name] = .string(start.iso8601) }
        }
        metadata["\(status.rawValue)_at"] = .string(at.iso8601)
        if status == outcome { metadata["reason"] = reason.map(JSON.string) }
        let body: JSON = [
            "dispatch_id": .string(dispatchID), "status": .string(status.rawValue), "metadata": .object(metadata),
        ]
        let events = try Event.postbacks(
            body: Array(body.text().utf8),
            at: at.adding(milliseconds: 87),
            source: "127.0.0.1",
            headers: []
        )
        return events[0]
    }
}

extension Story {
    static let campaigns = [
        ("417220e4-5a2a-b634-7f7d-9ec891532368", "order-confirmation"),
        ("9d2e1f00-7c1b-4e5a-9b3f-0a1b2c3d4e5f", "password-reset"),
        ("0b6f2c1d-8e3a-4d7c-a5b9-6c7d8e9f0a1b", "shipping-update"),
    ]

    private static let refusals: [(text: String, bounceClass: BounceClass, code: String)] = [
        (
            "550 5.1.1 The email account that you tried to reach does not exist. Please check it for typos.", .noUser,
            "5.1.1"
        ),
        ("552 5.2.2 The recipient's inbox is out of storage space and inactive.", .full, "5.2.2"),
        ("550 5.7.1 Service unavailable, client host [192.0.2.7] blocked using a list of ours", .blocklist, "5.7.1"),
    ]

    /// FNV-1a, spread over all bits: ids that look like ones, and are the same each time.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } &* 0x9e37_79b9_7f4a_7c15
    }

    /// A believable run of sends, the oldest first, each 1.3 s after the one before and the last at `end`.
    static func run(of count: Int, until end: Timestamp) -> [Story] {
        (0..<count).map { index in
            let campaign = campaigns[index * 7 % 3].0
            let hash = Self.hash("send \(index)")
            let other = Self.hash("other \(index)")
            var story = Story(
                dispatchID: hex(hash ^ hash >> 29) + hex(other),
                campaign: campaign,
                start: end.adding(milliseconds: Int64(index - count + 1) * 1_300),
                outcome: .delivered
            )
            if index % 3 == 0 { story.externalSendID = "order-\(88_000 + index)" }
            if index % 4 == 1 { story.recipient = "user-\(index % 29)" }
            switch index % 11 {
            case 4, 9:
                let refusal = refusals[index % 3]
                (story.outcome, story.reason) = (.bounced, refusal.text)
                (story.bounceClass, story.code) = (refusal.bounceClass, refusal.code)
            case 7: (story.outcome, story.reason) = (.aborted, "User not emailable")
            default: break
            }
            if index >= count - 3 {
                story.outcome = [.processed, .sent, .accepted][index - count + 3]
                (story.reason, story.bounceClass, story.code) = (nil, nil, nil)
            }
            if index == count - 1 { story.recipient = "user-17" }
            return story
        }
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Story {
    /// What the ledger keeps of a request of ours.
    static func record(to user: String, of campaign: String, properties: JSON? = nil) -> SendRecord {
        var body = JSONObject()
        body["trigger_properties"] = properties
        body["recipient"] = ["external_user_id": .string(user)]
        return SendRecord(
            url: "",
            campaignAPIID: campaign,
            recipient: user,
            externalSendID: nil,
            attempt: 1,
            request: .object(body)
        )
    }
}
