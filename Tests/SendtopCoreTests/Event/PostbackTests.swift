import SendtopCore
import Testing

@Suite struct PostbackTests {
    private func postback(_ text: String) throws -> Postback {
        Postback(json: try #require(try JSON(text: text).object))
    }

    @Test("A body of the v1 page gives all that it says")
    func v1() throws {
        let postback = try postback(
            """
            {"dispatch_id": "d-1", "status": "sent", "metadata": {
              "received_at": "2020-08-31T18:58:41.000+00:00", "enqueued_at": "2020-08-31T18:58:41.100+00:00",
              "executed_at": "2020-08-31T18:58:41.200+00:00", "sent_at": "2020-08-31T18:58:42.000+00:00",
              "campaign_api_id": "417220e4-5a2a-b634-7f7d-9ec891532368", "external_send_id" : "order-1"}}
            """
        )
        #expect(postback.dispatchID == "d-1")
        #expect(postback.status == .sent)
        #expect(postback.campaignAPIID == "417220e4-5a2a-b634-7f7d-9ec891532368")
        #expect(postback.externalSendID == "order-1")
        #expect(postback.reason == nil)
        #expect(
            Step.allCases.map { postback.times[$0]?.clock } == [
                "18:58:41.000", "18:58:41.100", "18:58:41.200", "18:58:42.000", nil, nil, nil, nil,
            ]
        )
    }

    @Test(
        "Each end has its own time",
        arguments: [
            ("processed", Step.processed), ("delivered", .delivered), ("bounced", .bounced), ("aborted", .aborted),
        ]
    )
    func ends(status: String, step: Step) throws {
        let postback = try postback(
            #"{"status":"\#(status)","metadata":{"\#(status)_at":"2020-08-31T18:58:43Z","reason":"550 5.1.1 no"}}"#
        )
        #expect(postback.status == SendStatus(rawValue: status))
        #expect(postback.times[step]?.clock == "18:58:43.000")
        #expect(postback.reason == "550 5.1.1 no")
    }

    @Test(
        "A status is known in any case, and by the legacy page's names; any other stays as it came",
        arguments: [
            ("Sent", SendStatus.sent), ("DELIVERED", .delivered), ("Email Delivered", .delivered),
            ("email bounced", .bounced), ("Aborted", .aborted), ("Deferred", SendStatus(rawValue: "Deferred")),
            (" sent", SendStatus(rawValue: " sent")), ("", SendStatus(rawValue: "")),
        ]
    )
    func statuses(text: String, status: SendStatus) {
        #expect(SendStatus(postback: text) == status)
    }

    @Test("The legacy page's flat body is a postback")
    func legacy() throws {
        let postback = try postback(#"{"send_id":"g-1","status":"Email Bounced","external_send_id":"order-1"}"#)
        #expect(postback.dispatchID == "g-1")
        #expect(postback.status == .bounced)
        #expect(postback.externalSendID == "order-1")
        #expect(postback.times.isEmpty)
    }

    @Test("Fields of odd types are as if they were not there, but a number may name a send")
    func oddTypes() throws {
        let odd = try postback(
            #"{"dispatch_id":null,"status":7,"metadata":{"reason":[],"sent_at":5,"campaign_api_id":{},"bounced_at":"soon"}}"#
        )
        #expect(odd == Postback(json: JSONObject()))
        #expect(try postback(#"{"dispatch_id":"","send_id":"g-1"}"#).dispatchID == "g-1")
        #expect(try postback(#"{"dispatch_id":12345678901234567890}"#).dispatchID == "12345678901234567890")
        #expect(try postback(#"{"dispatch_id":"d","metadata":"none"}"#).dispatchID == "d")
    }

    @Test("Identifiers that differ stay different when they are escaped")
    func identifiers() {
        let ids = [
            "a", "a\u{0}", "a\u{0}b", #"a\u{0}"#, #"a\\u{0}"#, #"a\b"#, "a\\b\u{0}", #"a\\b\u{0}"#, "a\u{7F}", "a\n",
        ]
        #expect(Set(ids.map(Identifier.escaped)).count == ids.count)
        #expect(Identifier.escaped("a\u{0}b") == #"a\u{0}b"#)
        #expect(Identifier.escaped(#"C:\x"#) == #"C:\x"#)
        for id in ids { #expect(Identifier.unescaped(Identifier.escaped(id)).utf8.elementsEqual(id.utf8)) }
        for id in ids { #expect(!Identifier.escaped(id).utf8.contains { $0 < 0x20 || $0 == 0x7F }) }
    }
}
