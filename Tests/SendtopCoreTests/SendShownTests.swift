import SendtopCore
import Testing

@Suite struct SendShownTests {
    private let start = Timestamp(milliseconds: 1_600_000_000_000)

    @Test(
        "The status of the highest rank is shown",
        arguments: [
            (["sent", "bounced", "delivered"], "bounced"),
            (["delivered", "aborted"], "aborted"),
            (["delivered", "processed"], "delivered"),
            (["processed", "sent"], "processed"),
            (["accepted", "sent"], "sent"),
            (["deferred", "accepted"], "accepted"),
            (["deferred", "taken", "failed"], "deferred"),
            (["deferred", "queued"], "queued"),
            (["taken", "rejected"], "taken"),
            (["failed", "rejected"], "rejected"),
            ([""], "unknown"),
            ([], "unknown"),
        ]
    )
    func rank(statuses: [String], shown: String) {
        var set = StatusSet()
        for status in statuses { set.insert(SendStatus(rawValue: status)) }
        #expect(set.highest.rawValue == shown)
    }

    @Test("Two different ends contradict each other; the same end twice does not")
    func contradiction() {
        var set = StatusSet()
        for status in [SendStatus.sent, .processed, .delivered, .delivered] { set.insert(status) }
        #expect(!set.isContradictory)
        set.insert(.bounced)
        #expect(set.isContradictory)
    }

    @Test("A set is restored from what is stored of it")
    func restored() {
        var set = StatusSet()
        for status in StatusSet.known + [SendStatus(rawValue: "deferred")] { set.insert(status) }
        #expect(StatusSet(bits: set.bits, unknown: set.unknown) == set)
        #expect(StatusSet.known.allSatisfy(set.contains))
    }

    @Test("The latency runs from receipt to the shown step, and may be negative")
    func latency() {
        var send = Send(seenAt: start)
        send.statuses.insert(.sent)
        send.times[.sent] = start
        #expect(send.latency == nil)
        send.times[.received] = start.adding(milliseconds: -400)
        #expect(send.latency == 400)
        send.statuses.insert(.delivered)
        #expect(send.latency == nil)
        send.times[.delivered] = start.adding(milliseconds: -2_400)
        #expect(send.latency == -2_000)
    }

    @Test("Of two reasons the earlier is kept, and one with a moment before one without")
    func reasons() {
        let texts: [(String, Int64?)] = [("late", 9), ("early", 5), ("never", nil)]
        var send = Send(seenAt: start)
        for (text, moment) in texts + texts.reversed() {
            var facts = SendFacts(Event(at: start, kind: .postback, status: "bounced", body: []))
            facts.reason = Reason(text: text, at: moment.map(Timestamp.init))
            facts.fingerprint = nil
            send.merge(facts)
        }
        #expect(send.reason == "early")
    }

    @Test(
        "A deed of ours means a status, also where its event names none",
        arguments: [
            (Event.Kind.accepted, SendStatus.accepted), (.rejected, .rejected), (.failed, .failed), (.taken, .taken),
        ]
    )
    func deeds(kind: Event.Kind, status: SendStatus) {
        let facts = SendFacts(Event(at: start, kind: kind, requestID: "r", body: []))
        #expect(facts.status == status)
    }
}
