import SendtopCore

/// Makes the events of many sends, in disorder: our own deeds before and after the postbacks, duplicates, unknown
/// statuses, clocks that step back, ids that differ in normalization alone.
struct TrafficGenerator {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func events(sends: Int) -> [Event] {
        (0..<sends).flatMap { send($0) }.shuffled(using: &random)
    }

    private mutating func send(_ number: Int) -> [Event] {
        let accents = ["\u{E9}", "e\u{301}", ""]
        let dispatch = "d\(number / accents.count)\(accents[number % accents.count])"
        let external = Bool.random(using: &random) ? "order-\(number)" : nil
        let campaign = ["c1", "c2", nil][Int.random(in: 0..<3, using: &random)]
        let start = Double.random(in: 0..<400, using: &random)
        var events: [Event] = []
        if chance(3) { events += deeds(number, dispatch, external) }
        if chance(8) { return events }
        events.append(
            postback(
                dispatch,
                "sent",
                ["received_at": text(start), "sent_at": text(start + Double.random(in: -1..<90, using: &random))],
                campaign: campaign,
                external: external,
                at: seen(start)
            )
        )
        for (status, field) in [
            ("processed", "processed_at"), ("delivered", "delivered_at"), ("Bounced", "bounced_at"),
        ]
        where !chance(3) {
            var metadata = [field: text(start + Double.random(in: 0..<30, using: &random))]
            if status == "Bounced" {
                metadata["reason"] = "550 5.1.\(Int.random(in: 1...2, using: &random)) <u\(number)@x.example> unknown"
            }
            events.append(postback(dispatch, status, metadata, external: external, at: seen(start)))
        }
        if chance(5) { events.append(postback(dispatch, "deferred", external: external, at: seen(start))) }
        if chance(4) { events += events.filter { $0.kind == .postback }.prefix(2) }
        return events
    }

    /// A failed attempt, an answer, or the answer that the service has it already.
    private mutating func deeds(_ number: Int, _ dispatch: String, _ external: String?) -> [Event] {
        var events: [Event] = []
        if chance(2) { events.append(deed(.failed, request: "r\(number)", external: external, reason: "timeout")) }
        if chance(2) {
            events.append(deed(.accepted, request: "r\(number)", dispatch: dispatch, external: external))
        }
        if external != nil, chance(2) { events.append(deed(.taken, request: "s\(number)", external: external)) }
        return events
    }

    private mutating func chance(_ of: Int) -> Bool {
        Int.random(in: 0..<of, using: &random) == 0
    }

    private mutating func seen(_ start: Double) -> Timestamp {
        noon.adding(milliseconds: Int64((start + Double.random(in: 0..<120, using: &random)) * 1_000))
    }
}
