import SendtopCore
import Testing

@testable import sendtop

@Suite("a line of a recording") struct RecordedEventTests {
    private let now = Timestamp(milliseconds: 0)

    @Test("may be a bare body with a stray byte in a text, and keeps it")
    func bare() throws {
        let line = Array(#"{"dispatch_id":"d","x":""#.utf8) + [0xE9] + Array(#""}"#.utf8)
        let events = try RecordedEvent.events(line, now: now)
        #expect(events.map(\.body) == [line])
        #expect(events.map(\.dispatchID) == ["d"])
    }

    @Test("that is an exported event must be UTF-8, since its body would be another one otherwise")
    func exported() {
        let line = Array(#"{"at":"2026-01-17T10:00:00Z","body":""#.utf8) + [0xE9] + Array(#""}"#.utf8)
        let fault = #expect(throws: RecordedEvent.Fault.self) { try RecordedEvent.events(line, now: now) }
        #expect(fault?.description.contains("not all of it is UTF-8") == true)
    }
}
