import SendtopCore
import SendtopUI
import Testing

@Suite struct TimelineTests {
    private let start = Timestamp.sample.adding(milliseconds: -60_000)

    private func postback(
        _ status: String,
        at: [String: Int64] = [:],
        reason: String? = nil,
        came: Int64
    ) throws -> [Event] {
        var metadata = JSONObject()
        for (name, offset) in at.sorted(by: { $0.key < $1.key }) {
            metadata[name] = .string(start.adding(milliseconds: offset).iso8601)
        }
        metadata["reason"] = reason.map(JSON.string)
        let body: JSON = ["dispatch_id": "d1", "status": .string(status), "metadata": .object(metadata)]
        return try Event.postbacks(
            body: Array(body.text().utf8),
            at: start.adding(milliseconds: came),
            source: nil,
            headers: []
        )
    }

    /// Opens the timeline of a send with these events.
    private func timeline(_ events: [Event]...) throws -> Driver {
        let driver = try Driver(SampleLedger(), size: Size(columns: 100, rows: 40))
        try driver.ledger.append(events.flatMap(\.self))
        return driver.take(.ledgerChanged).press(.enter)
    }

    @Test("Steps stand in order of their time with their distance from the first, and when they came")
    func steps() throws {
        let sent = try postback("sent", at: ["received_at": 0, "enqueued_at": 20, "sent_at": 1_000], came: 1_200)
        let delivered = try postback("delivered", at: ["delivered_at": 63_250], came: 63_300)
        try timeline(delivered, sent)
            .expect("14:02:27.000 received")
            .expect("14:02:27.020 enqueued   +0.020s")
            .expect("14:02:28.000 sent       +1.000s").expect("came 14:02:28.200 +0.200s")
            .expect("14:03:30.250 delivered  +1m03.250s").expect("came 14:03:30.300 +0.050s")
    }

    @Test("A step that took longer than most of the campaign's is marked, and has its bar")
    func usual() throws {
        let sent = try postback("sent", at: ["received_at": 0, "sent_at": 1_000], came: 1_200)
        let processed = try postback("processed", at: ["processed_at": 1_500], came: 1_600)
        let driver = try timeline(sent, processed)
        driver.expect("1.0s of usual 0.4s").expect("0.5s of usual 0.6s").expect("████████").expect("+0.200s")
    }

    @Test("A day that is not today's is named, and so is each change of it")
    func days() throws {
        let sent = try postback("sent", at: ["received_at": -259_200_000, "sent_at": 1_000], came: 1_200)
        let driver = try timeline(sent).expect(" 2026-03-11").expect("14:02:27.000 received").expect(" 2026-03-14")
        driver.expect("came 14:02:28.200")
        try timeline(try postback("sent", at: ["sent_at": 0], came: 100)).expectNot("2026-03-14")
    }

    @Test("A status of any length leaves a blank before what stands beside it")
    func longStatus() throws {
        let sent = try postback("sent", at: ["received_at": 0, "sent_at": 1_000], came: 1_200)
        try timeline(sent, try postback("deferred_by_receiver", came: 5_000)).expect("deferred_… +5.000s")
    }

    @Test("Where a long text is cut, it is said how long it is")
    func longReason() throws {
        let reason = String(repeating: "x", count: 20_000)
        let bounced = try postback("bounced", at: ["bounced_at": 0], reason: reason, came: 100)
        try timeline(bounced).press(.end).expect("… 20 000 bytes in all; an export has the rest.")
    }

    @Test("Postbacks are shown as they came, with source and headers; what is no UTF-8 byte by byte")
    func raw() throws {
        let event = Event(
            at: start,
            kind: .postback,
            dispatchID: "d1",
            status: "sent",
            source: "192.0.2.1",
            headers: [Event.Header(name: "User-Agent", value: "Braze \u{1B}[2J")],
            body: Array("{\"dispatch_id\":\r\n\"d1\",".utf8) + [0xFF] + Array("}".utf8)
        )
        try timeline([event]).press("p").expect("postback from 192.0.2.1").expect("User-Agent: Braze ␛[2J")
            .expect(#""d1",\xFF}"#).expectNot("\u{1B}")
    }

    @Test("Characters that hide or reorder text are named with their places")
    func codePoints() throws {
        let bounced = try postback("bounced", at: ["bounced_at": 0], reason: "550 a\u{202E}b é", came: 1)
        try timeline(bounced).press("u").expect("metadata.reason").expect("at 6").expect("U+202E")
            .expect("RIGHT-TO-LEFT OVERRIDE  hides, moves or reorders text").expect("U+00E9")
            .press(.escape).expect("bounced")
        try timeline(postback("sent", at: ["sent_at": 0], came: 1)).press("u").expect("is plain ASCII")
    }

    @Test("A step before the first is skew, and the impossible order is said in words")
    func skew() throws {
        let sent = try postback("sent", at: ["received_at": 1_000, "sent_at": 2_000], came: 2_100)
        let delivered = try postback("delivered", at: ["delivered_at": 500], came: 2_200)
        try timeline(sent, delivered)
            .expect("delivered  skew")
            .expect("delivered is 1.500s before sent: the times cannot be right.")
    }

    @Test("A postback that came before it happened is said")
    func early() throws {
        try timeline(postback("sent", at: ["sent_at": 5_000], came: 4_488)).expect("came 0.512s before: clocks differ")
    }

    @Test("A duplicate is marked, and counted in words")
    func duplicate() throws {
        let sent = try postback("sent", at: ["sent_at": 0], came: 10)
        let again = try postback("sent", at: ["sent_at": 0], came: 900)
        try timeline(sent, again).expect("duplicate").expect("sent again, byte for byte")
            .expect("One postback came twice.")
    }

    @Test("Two ends are a contradiction, said in words; the other reason is there, too")
    func contradiction() throws {
        let bounced = try postback("bounced", at: ["bounced_at": 900], reason: "550 no such user", came: 1_000)
        let aborted = try postback("aborted", at: ["aborted_at": 400], reason: "User not emailable", came: 500)
        try timeline(bounced, aborted)
            .expect("! bounced")
            .expect("Postbacks contradict each other: they say aborted and bounced.")
            .expect("550 no such user")
            .expect("User not emailable")
    }

    @Test("An unknown status, a status without a time and a postback without a status are there")
    func odd() throws {
        try timeline(
            postback("clicked", came: 100),
            postback("delivered", came: 200),
            postback("sent", at: ["sent_at": 0], came: 5)
        )
        .expect("clicked").expect("a status that sendtop does not know").expect("came without a time")
    }

    @Test("A long reason is wrapped, not cut")
    func wrapped() throws {
        let reason = "550 5.7.1 " + (1...40).map { "word\($0)" }.joined(separator: " ")
        let driver = try timeline(postback("bounced", at: ["bounced_at": 0], reason: reason, came: 1))
        driver.expect("word1 ").expect("word40")
    }
}
