import SendtopCore
import Testing

@Suite struct SendMergeTests {
    @Test("Any order of the events gives the same send")
    func order() {
        for seed in 0..<1_500 as Range<UInt64> {
            var generator = SendGenerator(seed: seed)
            let events = generator.events()
            let expected = Send(events)
            let shuffled = Send(events.shuffled(using: &generator.random))
            #expect(shuffled.dump == expected.dump, "seed \(seed)")
            #expect(shuffled.duplicates == expected.duplicates, "seed \(seed)")
        }
    }

    @Test("Repeated events change nothing but the count of duplicates")
    func repetition() {
        for seed in 0..<1_500 as Range<UInt64> {
            var generator = SendGenerator(seed: seed)
            let events = generator.events()
            let repeated = events.flatMap { event in
                Array(repeating: event, count: Int.random(in: 1...3, using: &generator.random))
            }
            let merged = Send(repeated.shuffled(using: &generator.random))
            let bodies = repeated.filter { $0.kind == .postback }.map(\.body)
            #expect(merged.dump == Send(events).dump, "seed \(seed)")
            #expect(merged.duplicates == bodies.count - Set(bodies).count, "seed \(seed)")
        }
    }

    @Test("Two parts that prove to be one send make the send of all events, in either order")
    func parts() {
        for seed in 0..<1_500 as Range<UInt64> {
            var generator = SendGenerator(seed: seed)
            let events = generator.events() + generator.events()
            let cut = Int.random(in: 1..<events.count, using: &generator.random)
            let (first, second) = (Send(Array(events[..<cut])), Send(Array(events[cut...])))
            var forth = first
            forth.merge(second)
            var back = second
            back.merge(first)
            let expected = Send(events)
            #expect(forth.dump == expected.dump && back.dump == expected.dump, "seed \(seed)")
            #expect(forth.duplicates == expected.duplicates && back.duplicates == expected.duplicates, "seed \(seed)")
        }
    }

    @Test("More bodies than are remembered still give the same send in any order")
    func flood() {
        let events = (0..<200).map { number in
            Event(
                at: Timestamp(milliseconds: 0),
                kind: .postback,
                dispatchID: "d",
                status: "sent",
                body: Array(#"{"n":\#(number)}"#.utf8)
            )
        }
        let send = Send(events)
        #expect(send.fingerprints.hashes.count == Fingerprints.limit)
        #expect(send.dump == Send(events.reversed()).dump)
    }

    @Test("A body whose hash another has is taken in all the same")
    func collision() {
        var facts = SendFacts(Event(at: Timestamp(milliseconds: 0), kind: .postback, status: "sent", body: []))
        var send = Send(facts)
        facts.status = .delivered
        send.merge(facts)
        #expect(send.status == .delivered)
    }
}
