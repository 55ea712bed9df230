import SendtopCore
import Synchronization
import TestSupport
import Testing

@testable import SendtopSandbox

@Suite("Postbacks that are not taken")
struct RetryTests {
    @Test(
        "408, 429, 5xx and no answer are tried again, five times in all, for half an hour",
        arguments: [
            RetryPolicy.Ending.status(408), .status(429), .status(500), .status(503), .status(599), .noAnswer,
        ]
    )
    func again(ending: RetryPolicy.Ending) {
        let policy = RetryPolicy(timeFactor: 1)
        let decisions = (0..<5).map { policy.decision(after: ending, tries: $0) }
        #expect(
            decisions == [
                .again(after: 10_000), .again(after: 60_000), .again(after: 300_000),
                .again(after: 1_440_000), .givenUp,
            ]
        )
    }

    @Test("other answers are not", arguments: [301, 302, 400, 401, 404, 410, 422])
    func givenUp(status: Int) {
        #expect(RetryPolicy(timeFactor: 1).decision(after: .status(status), tries: 0) == .givenUp)
    }

    @Test("the factor scales the waits")
    func factor() {
        #expect(RetryPolicy(timeFactor: 0.01).decision(after: .noAnswer, tries: 1) == .again(after: 600))
    }

    @Test("a target that fails at first gets everything in the end, in order")
    func recovery() async throws {
        let receiver = Receiver { number, _ in number % 3 == 2 ? 200 : 503 }
        try await withSandbox(receiver: receiver) { sandbox in
            let answer = try await sandbox.send(to: "ada")
            _ = try await receiver.wait(for: 9, of: answer.dispatchID)
            #expect(
                receiver.statuses(of: answer.dispatchID) == [
                    "sent", "sent", "sent", "processed", "processed", "processed", "delivered", "delivered",
                    "delivered",
                ]
            )
        }
    }

    @Test("after a refusal that is final, the send's next postback comes")
    func refusal() async throws {
        let receiver = Receiver { _, arrival in arrival.status == "sent" ? 404 : 200 }
        try await withSandbox(receiver: receiver) { sandbox in
            let answer = try await sandbox.send(to: "ada")
            _ = try await receiver.wait(for: 3, of: answer.dispatchID)
            #expect(receiver.statuses(of: answer.dispatchID) == ["sent", "processed", "delivered"])
            let posted = try await eventually {
                let status = try await sandbox.request("GET", "/sandbox/status").json
                let posted = status["postbacks"]?.object
                return posted?["delivered"] == 2 ? posted : nil
            }
            #expect(posted["abandoned"] == 1)
        }
    }
}
