import SendtopClient
import SendtopCore
import TestSupport
import Testing

@Suite struct UnrecordedTests {
    private struct DiskFull: Error, CustomStringConvertible {
        let description = "the disk is full"
    }

    @Test("A send that went out and is not in the ledger is an error that says both")
    func accepted() async throws {
        try await StubService.run(answering: answer("201 Created", #"{"dispatch_id":"d-1"}"#)) { _, port in
            let error = await #expect(throws: UnrecordedSend.self) {
                try await send(to: port, record: { _ in throw DiskFull() })
            }
            #expect(
                error?.description == "The send went out, but it is not in the ledger: the disk is full. "
                    + "Accepted as d-1 (201)."
            )
        }
    }

    @Test("A send that cannot be recorded is not tried again")
    func rejected() async throws {
        try await StubService.run(answering: answer("503 Busy", #"{"message":"busy"}"#)) { service, port in
            let error = await #expect(throws: UnrecordedSend.self) {
                try await send(to: port, externalSendID: "order-1", record: { _ in throw DiskFull() })
            }
            #expect(
                error?.description == "The send was rejected, and that is not in the ledger: the disk is full. "
                    + "Rejected: http://127.0.0.1:\(port) answered 503: busy."
            )
            #expect(service.requests.count == 1)
        }
    }
}
