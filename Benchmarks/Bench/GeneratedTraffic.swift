import SendtopCore

/// Postbacks of made-up sends, the same for the same number: mostly delivered, one in a hundred bounced, one in a
/// hundred and fifty aborted, some late, some twice.
struct GeneratedTraffic {
    private static let campaigns = (1...24).map { "campaign-\($0 / 10)\($0 % 10)-5a2a-b634-7f7d-9ec891532368" }
    private static let bounces = [
        "550 5.1.1 The email account that you tried to reach does not exist. <user-%@mail.example>",
        "552 5.2.2 The mailbox of user-% is over its quota",
        "550 5.7.1 Service unavailable; client host [192.0.2.%] blocked using a list of ours",
        "421 4.7.0 Try again later, too many messages from your network (%)",
        "550 5.4.1 Recipient address rejected: Access denied. Reference %",
    ]

    /// When the first send was made.
    let start: Timestamp
    /// Between one send and the next, in milliseconds.
    let pace: Int64
    private var generator = SeededGenerator(seed: 0x5E4D)

    init(start: Timestamp, pace: Int64) {
        self.start = start
        self.pace = pace
    }

    /// The events of one send, in order.
    mutating func events(of number: Int) -> [Event] {
        let began = start.adding(milliseconds: Int64(number) * pace)
        let dispatch = hex() + hex()
        let campaign = GeneratedTraffic.campaigns[Int(random(24) * random(24) / 23)]
        let isOurs = random(10) == 0
        let external = "order-\(100_000 + number)"
        var events: [Event] = []
        if isOurs { events.append(accepted(began, dispatch, campaign, external)) }
        var at = began.adding(milliseconds: 300 + random(random(500) == 0 ? 90_000 : 1_500))
        let received = ["received_at": began.iso8601, "enqueued_at": began.iso8601, "executed_at": began.iso8601]
        func tell(_ status: String, _ fields: [String: String] = [:]) {
            var fields = fields
            fields["\(status)_at"] = at.iso8601
            events.append(postback(at, dispatch, status, campaign, external, fields))
        }
        if random(150) == 0 {
            tell("aborted", received.merging(["reason": "User not emailable"]) { $1 })
            return events
        }
        tell("sent", received)
        at = at.adding(milliseconds: 200 + random(900))
        tell("processed")
        at = at.adding(milliseconds: 300 + random(4_000))
        if random(100) == 0 {
            let text = GeneratedTraffic.bounces[Int(random(5))].replacing("%", with: "\(random(250))")
            tell("bounced", ["reason": text])
        } else {
            tell("delivered")
        }
        if random(200) == 0, let last = events.last { events.append(last) }
        return events
    }

    private func accepted(_ at: Timestamp, _ dispatch: String, _ campaign: String, _ external: String) -> Event {
        let record = SendRecord(
            url: "http://127.0.0.1:7364",
            campaignAPIID: campaign,
            recipient: "user-\(dispatch.prefix(4))",
            externalSendID: external,
            attempt: 1,
            request: .null
        )
        return Event(
            at: at,
            kind: .accepted,
            dispatchID: dispatch,
            requestID: "request-\(dispatch.prefix(16))",
            status: "accepted",
            body: record.bytes
        )
    }

    private func postback(
        _ at: Timestamp,
        _ dispatch: String,
        _ status: String,
        _ campaign: String,
        _ external: String,
        _ fields: [String: String]
    ) -> Event {
        let members = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
        let body = """
            {"dispatch_id":"\(dispatch)","status":"\(status)","metadata":{\(members),\
            "campaign_api_id":"\(campaign)","external_send_id":"\(external)"}}
            """
        return Event(
            at: at.adding(milliseconds: 90),
            kind: .postback,
            dispatchID: dispatch,
            status: status,
            source: "203.0.113.7",
            body: Array(body.utf8)
        )
    }

    private mutating func random(_ limit: Int64) -> Int64 {
        Int64(generator.next() % UInt64(max(1, limit)))
    }

    private mutating func hex() -> String {
        let digits = String(generator.next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
