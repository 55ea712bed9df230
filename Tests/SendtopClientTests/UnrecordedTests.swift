import SendtopCore
import TestSupport
import Testing

@testable import SendtopClient

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

    @Test("A reason that is a sentence has one full stop")
    func fullStop() {
        let outcome = SendOutcome.accepted(Acceptance(status: 201, dispatchID: "d-1"))
        let error = UnrecordedSend(outcome: outcome, reason: "Its disk is full; make room.")
        #expect(
            error.sentence == "The send went out, but it is not in the ledger: Its disk is full; make room."
        )
        #expect(error.description == error.sentence + " Accepted as d-1 (201).")
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
