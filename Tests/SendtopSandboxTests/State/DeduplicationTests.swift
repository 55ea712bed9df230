import Foundation
import SendtopCore
import TestSupport
import Testing

@testable import SendtopSandbox

@Suite("Deduplication by external_send_id")
struct DeduplicationTests {
    private static let queued = "The external reference has been queued.  Please retry to obtain send_id."

    /// The built-in set where a send stays in the queue for an hour.
    private static var slow: SandboxConfiguration {
        var configuration = SandboxConfiguration.fast
        configuration.timeFactor = 1
        configuration.latencies.execute = .init(min: 3_600_000, max: 3_600_000)
        return configuration
    }

    @Test("while the first is queued, the second is refused")
    func queued() async throws {
        try await withSandbox(Self.slow) { sandbox in
            #expect(try await sandbox.send(to: "ada", externalSendID: "order-1").status == 201)
            let second = try await sandbox.send(to: "ben", externalSendID: "order-1")
            #expect(second.status == 400)
            #expect(second.message == Self.queued)
        }
    }

    @Test("afterwards the second gets the first one's ids and present status, and nothing is sent")
    func known() async throws {
        try await withSandbox { sandbox in
            let first = try await sandbox.send(to: "ada", externalSendID: "order-1")
            _ = try await sandbox.receiver.wait(for: 3, of: first.dispatchID)
            let second = try await sandbox.send(to: "ben", externalSendID: "order-1")
            #expect(second.status == 201)
            #expect(second.dispatchID == first.dispatchID)
            #expect(second.json["status"] == "delivered")
            let status = try await sandbox.request("GET", "/sandbox/status").json
            #expect(status["sends"]?.object?["accepted"] == 1)
        }
    }

    @Test("a switch refuses for all that time")
    func alwaysRefused() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.alwaysRefuseDuplicates = true
        try await withSandbox(configuration) { sandbox in
            let first = try await sandbox.send(to: "ada", externalSendID: "order-1")
            _ = try await sandbox.receiver.wait(for: 3, of: first.dispatchID)
            #expect(try await sandbox.send(to: "ada", externalSendID: "order-1").message == Self.queued)
        }
    }

    @Test("a hundred at once make one send")
    func hundredAtOnce() async throws {
        try await withSandbox { sandbox in
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<100 {
                    group.addTask { try await sandbox.send(to: "ada", externalSendID: "order-1") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == 100)
            #expect(answers.contains { $0.status == 201 })
            #expect(answers.allSatisfy { $0.status == 201 || $0.message == Self.queued })
            let dispatchIDs = Set(answers.filter { $0.status == 201 }.map(\.dispatchID))
            #expect(dispatchIDs.count == 1)
            let dispatchID = try #require(dispatchIDs.first)
            _ = try await sandbox.receiver.wait(for: 3, of: dispatchID)
            #expect(sandbox.receiver.all.count == 3)
        }
    }

    @Test("the keys outlive a restart")
    func restart() async throws {
        try await withTemporaryFolder { folder in
            let state = folder.appending(path: "state.sqlite").path
            try await withSandbox(Self.slow, statePath: state) { sandbox async throws in
                #expect(try await sandbox.send(to: "ada", externalSendID: "order-1").status == 201)
            }
            try await withSandbox(Self.slow, statePath: state) { sandbox async throws in
                #expect(try await sandbox.send(to: "ada", externalSendID: "order-1").message == Self.queued)
            }
        }
    }

    @Test("after 24 hours the same id makes a new send")
    func expiry() async throws {
        try await withState { state in
            let day: Int64 = 86_400_000
            let first = try await state.accept(Self.order(at: 0)) { false }
            guard case .new(let send) = first else { throw NeverHappened() }
            #expect(try await state.accept(Self.order(at: day - 1)) { false } == .queued)
            let later = try await state.accept(Self.order(at: day)) { false }
            guard case .new(let other) = later else { throw NeverHappened() }
            #expect(other.dispatchID != send.dispatchID)
        }
    }

    private static func order(at milliseconds: Int64) -> SendOrder {
        SendOrder(
            style: .v1,
            campaignAPIID: Harness.activeCampaign,
            recipient: .externalUserID("ada"),
            triggerProperties: JSONObject(),
            externalSendID: "order-1",
            createsUser: false,
            existingUsersOnly: false,
            receivedAt: Timestamp(milliseconds: milliseconds)
        )
    }
}
