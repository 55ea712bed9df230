import SendtopCore
import TestSupport
import Testing

@Suite struct EventPostbackTests {
    private let now = Timestamp(milliseconds: 1_700_000_000_000)

    private func events(_ text: String) throws -> [Event] {
        let headers = [Event.Header(name: "X-A", value: "1")]
        return try Event.postbacks(body: Array(text.utf8), at: now, source: "192.0.2.1", headers: headers)
    }

    @Test("An object is one event with all of its bytes")
    func object() throws {
        let text = " {\"dispatch_id\":\"d\\u00001\", \"status\":\"Sent\"}\r\n"
        #expect(
            try events(text) == [
                Event(
                    at: now,
                    kind: .postback,
                    dispatchID: #"d\u{0}1"#,
                    status: "Sent",
                    source: "192.0.2.1",
                    headers: [Event.Header(name: "X-A", value: "1")],
                    body: Array(text.utf8)
                )
            ]
        )
    }

    @Test("An array is one event an element, each with its own bytes")
    func array() throws {
        let events = try events(#"[{"send_id":"a"}, null , [1], {"dispatch_id":"b"} ]"#)
        #expect(
            events.map { String(decoding: $0.body, as: UTF8.self) }
                == [#"{"send_id":"a"}"#, "null", "[1]", #"{"dispatch_id":"b"}"#]
        )
        #expect(events.map(\.dispatchID) == ["a", nil, nil, "b"])
        #expect(try self.events("[]").isEmpty)
    }

    @Test(
        "A body that is neither is refused in one sentence",
        arguments: [
            ("", "The body is not JSON: line 1, column 1: the text is empty."),
            ("hello", "The body is not JSON: line 1, column 1: expected a value."),
            ("\"hello\"", "The body must be a JSON object or array, and is a string."),
            ("true", "The body must be a JSON object or array, and is a boolean."),
            ("null", "The body must be a JSON object or array, and is null."),
        ]
    )
    func refused(text: String, sentence: String) {
        let error = #expect(throws: PostbackError.self) { try events(text) }
        #expect(error?.description == sentence)
    }

    @Test("A stray byte in a text is kept, and U+FFFD stands for it where the event is read")
    func strayByte() throws {
        let body =
            Array(#"{"dispatch_id":"d","status":"bounced","metadata":{"reason":"caf"#.utf8) + [0xE9]
            + Array(#" closed"}}"#.utf8)
        let event = try #require(
            try Event.postbacks(body: body, at: now, source: nil, headers: []).first
        )
        #expect(event.body == body)
        var fromLedger = event
        fromLedger.body = body
        for event in [event, fromLedger] {
            #expect(SendFacts(event).dispatchID == "d")
            #expect(SendFacts(event).reason?.text == "caf\u{FFFD} closed")
        }
    }

    @Test(
        "Bytes that are no UTF-8 outside of a text are refused, with their place",
        arguments: [[0x7B, 0xFF, 0x7D], [0xFF, 0x7B, 0x7D], [0x1F, 0x8B, 0x08]] as [[UInt8]]
    )
    func strayOutside(body: [UInt8]) {
        let error = #expect(throws: PostbackError.self) {
            try Event.postbacks(body: body, at: now, source: nil, headers: [])
        }
        #expect(error?.description.contains("the bytes are not UTF-8") == true)
    }

    @Test("Any object becomes an event that can be merged")
    func anyObject() throws {
        var random = JSONGenerator(seed: 5)
        for _ in 0..<2_000 {
            let text = random.object()
            let event = try #require(try events(text).first)
            #expect(event.body == Array(text.utf8))
            #expect(Send(SendFacts(event)).lastSeen == now)
        }
    }
}
