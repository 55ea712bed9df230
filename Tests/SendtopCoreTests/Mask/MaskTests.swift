import Testing

@testable import SendtopCore

@Suite struct MaskTests {
    private let mask = Mask(key: Array(1...16), properties: ["IBAN"])

    @Test("The same person has the same pseudonym with a key, and another one with another key")
    func stable() {
        let pseudonym = mask.pseudonym("user-17")
        #expect(pseudonym == Mask(key: Array(1...16)).pseudonym("user-17"))
        #expect(pseudonym != Mask(key: Array(2...17)).pseudonym("user-17"))
        #expect(pseudonym.count == 9 && pseudonym.hasPrefix("u~") && pseudonym.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("Twenty thousand people have as many pseudonyms")
    func different() {
        #expect(Set((0..<20_000).map { mask.pseudonym("user-\($0)") }).count == 20_000)
    }

    @Test(
        "Addresses are masked, however they are written",
        arguments: [
            "ada@example.com", "<Ada.Lovelace@example.com>:", "to=ada@example.com,", "ada%40example.com",
            "ada=40example.com",
            "bounce+ada=example.com@lists.example", "\"ada l\"@example.com", "ada@[192.0.2.7]", "ad\u{E1}@example.com",
            "ada&#64;example.com", "ada\u{FF20}example.com", "mailto:ada@example.com?x=1", "ada@localhost.",
        ]
    )
    func addresses(text: String) {
        let masked = mask.text("550 5.1.1 \(text) is unknown")
        for word in ["ada", "ad\u{E1}", "lovelace", "example.com", "localhost", "192"] {
            #expect(!masked.lowercased().contains(word), "\(masked)")
        }
        #expect(masked.contains("m~") && masked.hasPrefix("550 5.1.1 ") && masked.hasSuffix(" is unknown"))
    }

    @Test("An address has one pseudonym, whatever the case of its letters and what stands round it")
    func sameAddress() {
        let pseudonyms = ["ada@example.com", "<ADA@Example.com>.", "to=ada%40example.com"].map { text in
            mask.text(text).filter { $0 != "<" && $0 != ">" && $0 != "." }
        }
        #expect(Set(pseudonyms).count == 1, "\(pseudonyms)")
    }

    @Test(
        "What is no address stays",
        arguments: ["a @ b", "@handle", "50 % off", "x=40", "5.1.1 at 10:40", "AT&T", "", "caf\u{E9} \u{FF20}"]
    )
    func others(text: String) {
        #expect(mask.text(text) == text)
    }

    @Test("A link stays, but for the address in it")
    func links() {
        let masked = mask.text("see https://help.example/q?id=7&to=ada%40example.com.")
        #expect(masked == "see https://help.example/q?id=7&to=\(mask.text("ada@example.com")).")
    }

    @Test("A name is found as a whole word, whatever its case")
    func names() {
        let person = mask.person("user-1")
        let name = mask.pseudonym("user-1")
        #expect(
            mask.text("user-1, USER-1; user-17 xuser-1 <user-1>", of: person)
                == "\(name), \(name); user-17 xuser-1 <\(name)>"
        )
        let alias = mask.person("account:zo\u{EB}")
        let pseudonym = mask.pseudonym("account:zo\u{EB}")
        #expect(mask.text("Hello Zo\u{EB}, account:zo\u{EB}", of: alias) == "Hello \(pseudonym), \(pseudonym)")
    }

    @Test("A recipient that is an address has one pseudonym in its column and in its reasons")
    func addressAsName() {
        let person = mask.person("ada@example.com")
        #expect(mask.text("<Ada@Example.com> unknown", of: person) == "<\(mask.pseudonym("ada@example.com"))> unknown")
    }

    @Test("In JSON only what is masked changes; all else stays byte for byte")
    func json() throws {
        let person = mask.person("user-17")
        let name = mask.pseudonym("user-17")
        let body = #"""
            { "recipient" : "user-17", "request": {"recipient": {"external_user_id": "us\u0065r-17",
              "attributes": {"age": 36, "tags": ["a", null, true], "email": "ada@example.com"}},
              "trigger_properties": {"iban": "DE02", "order": 17.0, "note": "for user-17"}},
              "metadata": {"sent_at": "2026-01-17T10:00:00Z", "status": "user-17"}, "answer": "{\"to\": \"user-17\"}" }
            """#
        let expected = #"""
            { "recipient" : "NAME", "request": {"recipient": {"external_user_id": "NAME",
              "attributes": {"age": "***", "tags": ["***", null, "***"], "email": "***"}},
              "trigger_properties": {"iban": "***", "order": 17.0, "note": "for NAME"}},
              "metadata": {"sent_at": "2026-01-17T10:00:00Z", "status": "user-17"}, "answer": "{\"to\": \"NAME\"}" }
            """#.replacing("NAME", with: name)
        #expect(String(decoding: mask.json(Array(body.utf8), of: person), as: UTF8.self) == expected)
    }

    @Test("The events of the service's page come through as they are", arguments: 0..<3)
    func untouched(index: Int) {
        let bodies = [
            #"{"dispatch_id":"acf4","status":"sent","metadata":{"received_at":"2020-08-31T18:58:41.000+00:00"}}"#,
            #"[1, -2.5e3, "x", {"a\u00e9":[]}, {}, "" ]"#, " null ",
        ]
        let bytes = Array(bodies[index].utf8)
        #expect(mask.json(bytes, of: mask.person("user-17")) == bytes)
    }

    @Test("Masked JSON is JSON still, whatever it was", arguments: 0..<40)
    func valid(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet = [
            "\"", "\\", "{", "}", "[", "]", ":", ",", "@", "user-17", "x", "1", " ", "\\u0041", "\"email\"", "null",
        ]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? ""
            }
            let bytes = Array(text.joined().utf8)
            let masked = mask.json(bytes, of: mask.person("user-17"))
            if (try? JSON(bytes: bytes)) != nil { #expect((try? JSON(bytes: masked)) != nil, "\(text.joined())") }
        }
    }

    @Test("What a request says of its person is masked in the send's other texts, too")
    func values() {
        let record = SendRecord(
            url: "http://127.0.0.1",
            campaignAPIID: "c",
            recipient: "user-17",
            externalSendID: "order-user-17",
            attempt: 1,
            request: ["recipient": ["attributes": ["first_name": "Augusta", "points": 12]]]
        )
        let event = Event(at: Timestamp(milliseconds: 0), kind: .accepted, requestID: "r", body: record.bytes)
        var send = Send(SendFacts(event))
        send.abortReason = Reason(text: "Augusta has 12 points", at: nil)
        let masked = mask.timeline(Timeline(row: SendRow(id: 1, send: send), events: [event]))
        #expect(masked.row.send.abortReason?.text == "*** has 12 points")
        #expect(masked.row.send.recipient == mask.pseudonym("user-17"))
        #expect(masked.row.send.externalSendID == "order-\(mask.pseudonym("user-17"))")
        #expect(SendFacts(masked.events[0]).recipient == mask.pseudonym("user-17"))
        let person = mask.person("user-17", values: mask.values(in: [event]))
        let mail = RenderedMessage(
            to: "ada@example.com",
            subject: "For Augusta",
            html: "",
            text: "Hello AUGUSTA, user-17"
        )
        let shown = mask.message(mail, of: person)
        #expect(shown.subject == "For ***" && shown.text == "Hello ***, \(mask.pseudonym("user-17"))")
        #expect(shown.to.hasPrefix("m~"))
    }

    @Test("A body with bytes that are no UTF-8 is masked by the names of its members, too")
    func strayBytes() {
        let body = Array(#"{"IBAN":"DE00"#.utf8) + [0xFF] + Array(#" 12","x":"ada@example.com"}"#.utf8)
        let masked = String(decoding: mask.json(body), as: UTF8.self)
        #expect(!masked.contains("DE00") && !masked.contains("ada") && masked.contains("IBAN"))
    }

    @Test("Of a reason whose send is gone, words with digits are masked, and codes stay")
    func orphan() {
        #expect(mask.reason("550-5.1.1 user-17 (x99) over quota, 452") == "550-5.1.1 *** *** over quota, 452")
    }

    @Test("Tens of thousands of an address's signs in a row are masked within a minute", .timeLimit(.minutes(1)))
    func hostile() {
        for part in ["%40", "@", "\"@", "a@[", "=40="] {
            _ = mask.text(String(repeating: part, count: 30_000), of: mask.person("user-17"))
        }
    }
}
