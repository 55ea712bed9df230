import SendtopClient
import SendtopCore
import TestSupport
import Testing

@Suite struct AcceptedTests {
    @Test("The request goes out as the page has it")
    func request() async throws {
        try await StubService.run(answering: answer("201 Created", "{}")) { service, port in
            _ = try await send(to: port, externalSendID: "order-1")
            let request = try #require(service.requests.first)
            let lines = request.head.split(separator: "\r\n").map(String.init)
            #expect(
                lines.first == "POST /transactional/v1/campaigns/417220e4-5a2a-b634-7f7d-9ec891532368/send HTTP/1.1"
            )
            #expect(lines.contains("Content-Type: application/json"))
            #expect(lines.contains("Authorization: Bearer \(testKey)"))
            #expect(
                request.body
                    == #"{"external_send_id":"order-1","trigger_properties":{"total":12.50},"#
                    + #""recipient":{"external_user_id":"user-17"}}"#
            )
        }
    }

    @Test("An id that no ledger would have as its key is none, and the answer is kept as it came")
    func hugeID() async throws {
        let id = String(repeating: "x", count: 900_000)
        try await StubService.run(answering: answer("201 Created", "{\"dispatch_id\":\"\(id)\"}")) { _, port in
            let sent = try await send(to: port)
            #expect(sent.outcome.sentence == "Accepted as a send without an id (201).")
            #expect(sent.events.first?.dispatchID == nil)
            #expect(sent.records.first?.answer?.body.contains(id) == true)
        }
    }

    @Test("The documented answer is accepted with all that it holds")
    func documented() async throws {
        let body = #"{"dispatch_id":"acf471119f7449d579e8089032003ded","status":"sent","metadata":{}}"#
        let head = "X-Request-Id: 7f3a\r\n"
        try await StubService.run(answering: answer("201 Created", body, headers: head)) { _, port in
            let sent = try await send(to: port)
            #expect(sent.outcome.sentence == "Accepted as acf471119f7449d579e8089032003ded (201), status sent.")
            #expect(
                sent.outcome
                    == .accepted(
                        Acceptance(
                            status: 201,
                            dispatchID: "acf471119f7449d579e8089032003ded",
                            sendStatus: "sent",
                            requestID: "7f3a"
                        )
                    )
            )
        }
    }

    @Test(
        "Any 2xx is accepted, whatever it holds",
        arguments: [
            ("202 Accepted", #"{"message":"queued"}"#, "Accepted as a send without an id (202)."),
            ("200 OK", #"["what",1]"#, "Accepted as a send without an id (200)."),
            ("200 OK", "<html>", "Accepted as a send without an id (200)."),
            ("204 No Content", "", "Accepted as a send without an id (204)."),
            ("200 OK", #"{"send_id":"g-1","status":"Sent"}"#, "Accepted as g-1 (200), status Sent."),
            ("200 OK", #"{"dispatch_id":17}"#, "Accepted as 17 (200)."),
            (
                "201 Created", #"{"message":"success","errors":["odd","odder"]}"#,
                "Accepted as a send without an id (201), with remarks: odd; odder."
            ),
        ]
    )
    func any(status: String, body: String, sentence: String) async throws {
        try await StubService.run(answering: answer(status, body)) { _, port in
            let sent = try await send(to: port)
            #expect(sent.outcome.sentence == sentence)
        }
    }

    @Test("A yes is recorded with request and answer")
    func recorded() async throws {
        let body = #"{"dispatch_id":"d-1"}"#
        try await StubService.run(answering: answer("201 Created", body)) { _, port in
            let sent = try await send(to: port, externalSendID: "order-1")
            let event = try #require(sent.events.first)
            #expect(sent.events.count == 1)
            #expect(event.kind == .accepted)
            #expect(event.status == "accepted")
            #expect(event.dispatchID == "d-1")
            #expect(event.requestID == "req-1")
            #expect(event.at == testNow)
            #expect(event.source == "http://127.0.0.1:\(port)")
            let record = try #require(sent.records.first)
            let path = try someRequest().path
            #expect(record.url == "http://127.0.0.1:\(port)\(path)")
            #expect(record.recipient == "user-17")
            #expect(record.externalSendID == "order-1")
            #expect(record.attempt == 1)
            #expect(record.answer == SendRecord.Answer(status: 201, requestID: nil, body: body))
            #expect(record.reason == nil)
        }
    }

    @Test("An endless answer is read up to a limit")
    func endless() async throws {
        let body = "{\"message\":\"\(String(repeating: "x", count: 3 << 20))\"}"
        try await StubService.run(answering: answer("200 OK", body)) { _, port in
            let sent = try await send(to: port)
            #expect(sent.events.first?.kind == .accepted)
            #expect(sent.records.first?.answer?.body.utf8.count == 1 << 20)
        }
    }
}
