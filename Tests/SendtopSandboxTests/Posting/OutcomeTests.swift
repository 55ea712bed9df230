import SendtopCore
import SendtopSandbox
import Testing

@Suite("Outcomes by address, over HTTP")
struct OutcomeTests {
    @Test(
        "each outcome tells its story",
        arguments: [
            ("ada", ["sent", "processed", "delivered"]),
            ("bounce-no-user", ["sent", "processed", "bounced"]),
            ("abort", ["aborted"]),
            ("slow", ["sent", "processed", "delivered"]),
            ("silent-after-processed", ["sent", "processed"]),
            ("delivered-then-bounced", ["sent", "processed", "delivered", "bounced"]),
            ("twice", ["sent", "sent", "processed", "processed", "delivered", "delivered"]),
            ("reverse", ["delivered", "processed", "sent"]),
            ("skew", ["sent", "processed", "delivered"]),
        ]
    )
    func story(localPart: String, statuses: [String]) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.send(outcome: localPart)
            #expect(answer.status == 201)
            _ = try await sandbox.receiver.wait(for: statuses.count, of: answer.dispatchID)
            #expect(sandbox.receiver.statuses(of: answer.dispatchID) == statuses)
        }
    }
}
