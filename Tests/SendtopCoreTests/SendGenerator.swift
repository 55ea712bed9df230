import SendtopCore

/// Makes the events of one send: late, early, contradicting, unknown, with texts that differ in normalization alone.
struct SendGenerator {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private static let statuses = [
        "sent", "processed", "delivered", "bounced", "aborted", "Delivered", "Email Bounced", "deferred",
        "d\u{E9}j\u{E0}",
        "de\u{301}ja\u{300}", "zz", "", "accepted",
    ]
    private static let reasons = [
        "550 5.1.1 no such user", "mailbox full", "", "caf\u{E9}", "cafe\u{301}", "a\0b", "a\0c",
    ]
    private static let deeds: [Event.Kind] = [.accepted, .failed, .rejected, .taken]

    /// Between one and twelve events.
    mutating func events() -> [Event] {
        let count = Int.random(in: 1...12, using: &random)
        return (0..<count).map { _ in Int.random(in: 0..<5, using: &random) == 0 ? deed() : postback() }
    }

    private mutating func moment() -> Timestamp {
        Timestamp(milliseconds: 1_600_000_000_000 + Int64.random(in: 0..<20, using: &random) * 500)
    }

    private mutating func pick(_ texts: [String]) -> String {
        texts[Int.random(in: 0..<texts.count, using: &random)]
    }

    private mutating func postback() -> Event {
        let status = pick(SendGenerator.statuses)
        var metadata = JSONObject()
        for step in Step.allCases where Bool.random(using: &random) {
            metadata[step.fieldName] = .string(moment().iso8601)
        }
        if Bool.random(using: &random) { metadata["reason"] = .string(pick(SendGenerator.reasons)) }
        if Bool.random(using: &random) { metadata["campaign_api_id"] = .string(pick(["c1", "c2"])) }
        if Bool.random(using: &random) { metadata["external_send_id"] = .string(pick(["e1", "e2"])) }
        let object: JSONObject = JSONObject([
            JSONObject.Member(key: "dispatch_id", value: "d"),
            JSONObject.Member(key: "status", value: .string(status)),
            JSONObject.Member(key: "metadata", value: .object(metadata)),
        ])
        let body = Array(JSON.object(object).text().utf8)
        return Event(at: moment(), kind: .postback, dispatchID: "d", status: status, body: body)
    }

    private mutating func deed() -> Event {
        let kind = SendGenerator.deeds[Int.random(in: 0..<SendGenerator.deeds.count, using: &random)]
        let record = SendRecord(
            url: "http://127.0.0.1",
            campaignAPIID: pick(["c1", "c3"]),
            recipient: pick(["user-1", "us\u{E9}r", "use\u{301}r"]),
            externalSendID: Bool.random(using: &random) ? "e3" : nil,
            attempt: 1,
            request: .null,
            reason: pick(SendGenerator.reasons)
        )
        return Event(at: moment(), kind: kind, dispatchID: "d", requestID: pick(["r1", "r2"]), body: record.bytes)
    }
}

extension Send {
    /// Merges events, of which there is at least one, in their order.
    init(_ events: [Event]) {
        self.init(seenAt: events[0].at)
        for event in events { merge(SendFacts(event)) }
    }

    /// All that the send says, byte for byte, but for what repetition may change.
    var dump: [UInt8] {
        var copy = self
        copy.duplicates = 0
        return Array("\(copy)".utf8)
    }
}
