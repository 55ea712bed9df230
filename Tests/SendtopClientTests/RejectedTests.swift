import SendtopClient
import SendtopCore
import TestSupport
import Testing

@Suite struct RejectedTests {
    @Test(
        "Every form of a no becomes one sentence",
        arguments: [
            ("400 Bad Request", #"{"message":"Campaign does not exist"}"#, "400: Campaign does not exist.", false),
            (
                "400 Bad Request", #"{"message":"Bad","errors":["one",{"two":2}]}"#, #"400: Bad; one; {"two":2}."#,
                false
            ),
            ("400 Bad Request", #"{"errors":["one","two"]}"#, "400: one; two.", false),
            ("400 Bad Request", #"{"errors":"one"}"#, "400: one.", false),
            (
                "401 Unauthorized", #"{"message":"Error authenticating credentials"}"#,
                "401: Error authenticating credentials.", false
            ),
            ("403 Forbidden", #"{"message":"Invalid whitelisted IPs"}"#, "403: Invalid whitelisted IPs.", false),
            ("404 Not Found", "", "404 without a message.", false),
            ("500 Internal Server Error", #"{"message":"oops"}"#, "500: oops.", true),
            (
                "302 Found", "",
                "302 without a message. The redirect is not followed, for it would take the key elsewhere: "
                    + "correct the endpoint.", false
            ),
        ]
    )
    func sentence(status: String, body: String, sentence: String, retryCanHelp: Bool) async throws {
        try await StubService.run(answering: answer(status, body)) { service, port in
            let sent = try await send(to: port)
            #expect(sent.outcome.sentence == "Rejected: http://127.0.0.1:\(port) answered \(sentence)")
            #expect(sent.outcome.error?.retryCanHelp == retryCanHelp)
            #expect(sent.outcome.error?.status == status.split(separator: " ").first.flatMap { Int($0) })
            #expect(sent.events.map(\.kind) == [.rejected])
            #expect(sent.records.first?.reason == sent.outcome.error?.description)
        }
    }

    @Test("A redirect says where it points, cut where nobody would read on, and without the key")
    func redirect() async throws {
        let place = "https://rest.example/?key=\(testKey)&x=" + String(repeating: "x", count: 9_000)
        let no = answer("301 Moved Permanently", "", headers: "Location: \(place)\r\n")
        try await StubService.run(answering: no) { service, port in
            let sent = try await send(to: port)
            #expect(sent.outcome.sentence.contains("The redirect points to https://rest.example/"))
            #expect(!sent.outcome.sentence.contains(testKey) && sent.outcome.sentence.count < 3_000)
            #expect(service.requests.count == 1)
        }
    }

    @Test("A request id is part of the error")
    func requestID() async throws {
        let no = answer("403 Forbidden", #"{"message":"No."}"#, headers: "X-Request-Id: 7f3a\r\n")
        try await StubService.run(answering: no) { _, port in
            let error = try #require(try await send(to: port).outcome.error)
            #expect(error.requestID == "7f3a")
            #expect(error.description == "http://127.0.0.1:\(port) answered 403: No. (request 7f3a).")
        }
    }

    @Test("A send that the service already holds is no refusal")
    func taken() async throws {
        let message = "The external reference has been queued.  Please retry to obtain send_id."
        try await StubService.run(answering: answer("400 Bad Request", "{\"message\":\"\(message)\"}")) {
            service,
            port in
            let sent = try await send(to: port, externalSendID: "order-1")
            guard case .taken(let error) = sent.outcome else {
                Issue.record("\(sent.outcome)")
                return
            }
            #expect(error.message == message)
            #expect(sent.events.map(\.kind) == [.taken])
            #expect(sent.events.first?.status == "taken")
            #expect(service.requests.count == 1)
            #expect(
                sent.outcome.sentence
                    == "Already taken: the service holds a send with this external_send_id. "
                    + "http://127.0.0.1:\(port) answered 400: \(message)"
            )
        }
    }
}
