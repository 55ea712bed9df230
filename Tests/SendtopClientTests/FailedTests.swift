import SendtopClient
import SendtopCore
import TestSupport
import Testing

@Suite struct FailedTests {
    private let unclear = "The service may have taken the request: look for its postbacks before you send again."

    @Test("A refused connection is known at once, not when the time is over")
    func refused() async throws {
        let patient = try Endpoint("http://127.0.0.1:\(refusingPort)", connectTimeout: .seconds(600))
        let start = ContinuousClock.now
        let sent = try await send(to: refusingPort, endpoint: patient, within: .seconds(600))
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(
            sent.outcome.sentence
                == "Failed: Nothing listens at http://127.0.0.1:\(refusingPort); start the service, or name another endpoint."
        )
        #expect(sent.outcome.error?.retryCanHelp == true)
        #expect(sent.events.map(\.kind) == [.failed])
        #expect(sent.events.first?.status == "failed")
        #expect(sent.events.first?.dispatchID == nil)
        #expect(sent.records.first?.answer == nil)
    }

    @Test("A closed connection leaves open what became of the send")
    func nothing() async throws {
        try await StubService.run(script: { _ in [.close] }) { service, port in
            let sent = try await send(to: port, externalSendID: "order-1")
            #expect(
                sent.outcome.sentence
                    == "Failed: http://127.0.0.1:\(port) closed the connection without an answer. \(unclear)"
            )
            #expect(service.requests.count == 1)
        }
    }

    @Test("Silence ends with the total time")
    func silence() async throws {
        try await StubService.run(script: { _ in [] }) { _, port in
            let sent = try await send(to: port, within: .milliseconds(200))
            #expect(sent.outcome.sentence == "Failed: http://127.0.0.1:\(port) did not answer in time. \(unclear)")
        }
    }

    @Test("A dripping answer ends with the total time")
    func drip() async throws {
        let head = "HTTP/1.1 201 Created\r\nContent-Length: 1000000\r\n\r\n"
        try await StubService.run(script: { _ in [.send(head), .drip] }) { _, port in
            let start = ContinuousClock.now
            let sent = try await send(to: port, within: .milliseconds(300))
            #expect(sent.outcome.sentence == "Failed: http://127.0.0.1:\(port) did not answer in time. \(unclear)")
            #expect(ContinuousClock.now - start < .seconds(60))
        }
    }

    @Test("Half a head is no answer")
    func halfHead() async throws {
        try await StubService.run(script: { _ in [.send("HTTP/1.1 201 Cre"), .close] }) { _, port in
            let sent = try await send(to: port)
            #expect(
                sent.outcome.sentence
                    == "Failed: http://127.0.0.1:\(port) closed the connection without an answer. \(unclear)"
            )
        }
    }

    @Test("Half a body is no answer", arguments: [201, 400])
    func halfBody(status: Int) async throws {
        let half = "HTTP/1.1 \(status) X\r\nContent-Length: 100\r\n\r\n{\"dispatch_id\":"
        try await StubService.run(script: { _ in [.send(half), .close] }) { _, port in
            let sent = try await send(to: port)
            #expect(sent.events.map(\.kind) == [.failed])
            #expect(sent.outcome.error?.status == status)
            #expect(
                sent.outcome.sentence
                    == "Failed: http://127.0.0.1:\(port) began to answer \(status) and broke off. \(unclear)"
            )
        }
    }

    @Test("What is not HTTP is no answer")
    func garbage() async throws {
        try await StubService.run(script: { _ in [.send("SSH-2.0-OpenSSH_9.6\r\n"), .close] }) { _, port in
            let sent = try await send(to: port)
            #expect(sent.outcome.sentence == "Failed: What http://127.0.0.1:\(port) answered is not HTTP. \(unclear)")
        }
    }

    @Test(
        "A 5xx that is not the service's own, such as a gateway's, leaves open what became of the send",
        arguments: [
            (
                "502 Bad Gateway", "<html>\n  <h1>502 Bad Gateway</h1>\u{1b}[2J</html>",
                "502 in no form of the service: <html> <h1>502 Bad Gateway</h1>␛[2J</html>."
            ),
            ("504 Gateway Timeout", "", "504 without a message."),
        ]
    )
    func gateway(status: String, body: String, sentence: String) async throws {
        try await StubService.run(answering: answer(status, body)) { service, port in
            let sent = try await send(to: port)
            #expect(
                sent.outcome.sentence == "Failed: http://127.0.0.1:\(port) answered \(sentence) \(unclear)"
            )
            #expect(sent.outcome.error?.retryCanHelp == true)
            #expect(sent.events.map(\.kind) == [.failed])
            #expect(service.requests.count == 1)
        }
    }

    @Test("A host without an address is named")
    func unknownHost() async throws {
        let sent = try await send(to: 0, endpoint: Endpoint("http://sendtop.invalid"))
        #expect(
            sent.outcome.sentence
                == "Failed: The host of http://sendtop.invalid has no address; check its spelling and the network."
        )
    }

    @Test("A cancelled send is recorded as one whose end nobody knows")
    func cancelled() async throws {
        try await StubService.run(script: { _ in [] }) { service, port in
            let events = Events()
            let sending = Task {
                try await send(to: port) { await events.append($0) }
            }
            try await eventually { service.requests.count == 1 ? true : nil }
            sending.cancel()
            let sent = try await sending.value
            #expect(
                sent.outcome.sentence
                    == "Failed: The wait for http://127.0.0.1:\(port) was ended before it answered. \(unclear)"
            )
            #expect(await events.all.map(\.kind) == [.failed])
        }
    }
}
