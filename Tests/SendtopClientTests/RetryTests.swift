import SendtopClient
import SendtopCore
import TestSupport
import Testing

@Suite struct RetryTests {
    private static let yes = answer("201 Created", #"{"dispatch_id":"d-1"}"#)

    @Test("With an external_send_id, a 5xx is tried again and each attempt recorded")
    func serverError() async throws {
        let no = answer("503 Service Unavailable", #"{"message":"busy"}"#)
        try await StubService.run(script: { [.send($0 < 2 ? no : RetryTests.yes)] }) { service, port in
            let sent = try await send(to: port, externalSendID: "order-1")
            #expect(sent.events.map(\.kind) == [.rejected, .rejected, .accepted])
            #expect(sent.records.map(\.attempt) == [1, 2, 3])
            #expect(Set(sent.events.map(\.requestID)) == ["req-1"])
            #expect(sent.outcome.sentence == "Accepted as d-1 (201).")
            let bodies = service.requests.map(\.body)
            #expect(bodies.count == 3 && Set(bodies).count == 1)
        }
    }

    @Test(
        "Without an external_send_id, a 5xx or 429 is final",
        arguments: [("503 Busy", Event.Kind.failed), ("429 Too Many Requests", .rejected)]
    )
    func withoutID(status: String, kind: Event.Kind) async throws {
        try await StubService.run(answering: answer(status, "")) { service, port in
            let sent = try await send(to: port)
            #expect(sent.events.map(\.kind) == [kind])
            #expect(service.requests.count == 1)
        }
    }

    @Test("A 429 is tried again when the limit starts anew")
    func rateLimit() async throws {
        // The present is 800 ms past a full second; the limit starts anew at the next.
        let no = answer("429 Too Many Requests", "{}", headers: "X-RateLimit-Reset: 1700000001\r\n")
        try await StubService.run(script: { [.send($0 == 0 ? no : RetryTests.yes)] }) { _, port in
            let start = ContinuousClock.now
            let sent = try await send(to: port, externalSendID: "order-1")
            #expect(sent.events.map(\.kind) == [.rejected, .accepted])
            #expect(ContinuousClock.now - start >= .milliseconds(200))
        }
    }

    @Test("A 429 whose limit starts anew too late is final, and says when")
    func lateReset() async throws {
        let no = answer(
            "429 Too Many Requests",
            #"{"message":"slow"}"#,
            headers: "X-RateLimit-Reset: 1700003600\r\n"
        )
        try await StubService.run(answering: no) { service, port in
            let sent = try await send(to: port, externalSendID: "order-1")
            #expect(
                sent.outcome.sentence == "Rejected: http://127.0.0.1:\(port) answered 429: slow. "
                    + "The limit starts anew at 2023-11-14T23:13:20.000Z."
            )
            #expect(sent.outcome.error?.retryCanHelp == true)
            #expect(service.requests.count == 1)
        }
    }

    @Test("A 429 with an empty reset header is tried again after a wait of our own")
    func emptyReset() async throws {
        let no = answer("429 Too Many Requests", "{}", headers: "X-RateLimit-Reset: \r\n")
        try await StubService.run(script: { [.send($0 == 0 ? no : RetryTests.yes)] }) { _, port in
            let sent = try await send(to: port, externalSendID: "order-1")
            #expect(sent.events.map(\.kind) == [.rejected, .accepted])
        }
    }

    @Test("A refused connection is tried again where that is asked for")
    func connections() async throws {
        let patient = RetryPolicy(attempts: 3, retriesConnections: true, firstWait: .milliseconds(1))
        let sent = try await send(to: refusingPort, retry: patient)
        #expect(sent.events.map(\.kind) == [.failed, .failed, .failed])
    }

    @Test("A broken answer is never tried again, since it could mail twice")
    func brokenAnswer() async throws {
        let patient = RetryPolicy(attempts: 3, retriesConnections: true, firstWait: .milliseconds(1))
        try await StubService.run(script: { _ in [.close] }) { service, port in
            _ = try await send(to: port, externalSendID: "order-1", retry: patient)
            #expect(service.requests.count == 1)
        }
    }
}
