import Foundation
import SendtopCore
import TestSupport
import Testing

extension EndToEnd {
    @Suite("sendtop send against a service that answers as it likes")
    struct AnswerTests {
        /// What a service does, and what the command makes of it.
        struct Case: Sendable, CustomTestStringConvertible {
            let name: String
            let steps: [StubService.Step]
            let code: Int32
            let says: String
            /// The row in the ledger.
            let status: String

            var testDescription: String { name }
        }

        static let key = "9b4f2c7e-51d3-48a6-b0e2-7f6a1c3d5e89"

        static let cases = [
            Case(
                name: "201 as the page has it",
                steps: [.send(answer("201 Created", #"{"dispatch_id":"d1","status":"sent","metadata":{}}"#))],
                code: 0,
                says: "Accepted as d1",
                status: "accepted"
            ),
            Case(
                name: "202 queued",
                steps: [.send(answer("202 Accepted", #"{"message":"queued"}"#))],
                code: 0,
                says: "Accepted as a send without an id (202)",
                status: "accepted"
            ),
            Case(
                name: "200 with an unknown body",
                steps: [.send(answer("200 OK", "[1,2]"))],
                code: 0,
                says: "Accepted as a send without an id (200)",
                status: "accepted"
            ),
            Case(
                name: "400",
                steps: [.send(answer("400 Bad Request", #"{"message":"Campaign does not exist"}"#))],
                code: 1,
                says: "answered 400: Campaign does not exist",
                status: "rejected"
            ),
            Case(
                name: "400 already taken",
                steps: [
                    .send(
                        answer(
                            "400 Bad Request",
                            #"{"message":"The external reference has been queued.  Please retry to obtain send_id."}"#
                        )
                    )
                ],
                code: 0,
                says: "Already taken",
                status: "taken"
            ),
            Case(
                name: "401 that echoes the key",
                steps: [.send(answer("401 Unauthorized", #"{"message":"Invalid API key: \#(key)"}"#))],
                code: 1,
                says: "answered 401: Invalid API key: [redacted]",
                status: "rejected"
            ),
            Case(
                name: "403",
                steps: [.send(answer("403 Forbidden", #"{"message":"Invalid whitelisted IPs"}"#))],
                code: 1,
                says: "answered 403: Invalid whitelisted IPs",
                status: "rejected"
            ),
            Case(
                name: "429 with a reset",
                steps: [
                    .send(
                        answer(
                            "429 Too Many Requests",
                            #"{"message":"slow down"}"#,
                            headers: "X-RateLimit-Reset: 4102444800\r\n"
                        )
                    )
                ],
                code: 1,
                says: "The limit starts anew at 2100-01-01T00:00:00.000Z",
                status: "rejected"
            ),
            Case(
                name: "500",
                steps: [.send(answer("500 Internal Server Error", #"{"message":"oops \u001b[31m"}"#))],
                code: 1,
                says: "answered 500: oops",
                status: "rejected"
            ),
            Case(
                name: "a gateway's page",
                steps: [.send(answer("502 Bad Gateway", "<html>\(key)</html>", type: "text/html"))],
                code: 1,
                says: "The service may have taken the request: look for its postbacks before you send again.",
                status: "failed"
            ),
            Case(
                name: "half a response",
                steps: [.send("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"dispatch"), .close],
                code: 1,
                says: "began to answer 201 and broke off",
                status: "failed"
            ),
            Case(name: "a closed connection", steps: [.close], code: 1, says: "without an answer", status: "failed"),
            Case(name: "nothing at all", steps: [], code: 1, says: "did not answer in time", status: "failed"),
        ]

        @Test("says what came, records it, and lets the key out nowhere", arguments: cases)
        func answers(of service: Case) async throws {
            try await StubService.run(script: { _ in service.steps }) { stub, port in
                let workspace = try Workspace()
                try workspace.configure(stub: port)
                var environment = workspace.environment
                environment["SENDTOP_API_KEY"] = AnswerTests.key
                let run = try Tool.run(
                    Binary.path,
                    [
                        "send", "--campaign", "417220e4-5a2a-b634-7f7d-9ec891532368", "--to", "ada",
                        "--external-send-id", "order-1", "--log-file", workspace.path("log"),
                    ],
                    environment: environment
                )
                #expect(run.status == service.code, "\(run.output)\(run.errors)")
                #expect(
                    (run.status == 0 ? run.output : run.errors).contains(service.says),
                    "\(run.output)\(run.errors)"
                )
                #expect(!(run.output + run.errors).contains("\u{1B}"))
                let export = try Tool.run(Binary.path, ["export", "sends"], environment: environment)
                #expect(export.output.contains(#""status":"\#(service.status)""#), "\(export.output)")
                #expect(stub.requests.first?.head.contains("Bearer \(AnswerTests.key)") == true)
                for text in try [run.output, run.errors, export.output] + workspace.contents() {
                    #expect(!text.contains("9b4f2c7e") && !text.contains("7f6a1c3d"), "\(text)")
                }
            }
        }
    }
}
