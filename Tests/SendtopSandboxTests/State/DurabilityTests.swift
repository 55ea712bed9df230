import Foundation
import GRDB
import SendtopCore
import Synchronization
import TestSupport
import Testing

@testable import SendtopSandbox

@Suite("What was accepted outlives the sandbox")
struct DurabilityTests {
    @Test("every commit reaches the disk")
    func synchronous() async throws {
        try await withState { state in
            let level = try await state.writes.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            #expect(level == 2)
        }
    }

    @Test("a write that fails undoes nothing of its neighbours")
    func savepoints() async throws {
        struct Broken: Error {}
        try await withState { state in
            async let good: Void = state.writes.write { db in
                try db.execute(sql: "INSERT INTO hard_bounce VALUES ('good', 1)")
            }
            async let bad: Void = state.writes.write { db in
                try db.execute(sql: "INSERT INTO hard_bounce VALUES ('bad', 1)")
                throw Broken()
            }
            try await good
            do {
                try await bad
                Issue.record("the broken write went through")
            } catch is Broken {}
            let left = try await state.pool.read { try String.fetchAll($0, sql: "SELECT email FROM hard_bounce") }
            #expect(left == ["good"])
        }
    }

    @Test("a sandbox that ends in the middle tells the rest at the next start")
    func restart() async throws {
        var configuration = SandboxConfiguration.fast
        configuration.timeFactor = 1
        configuration.latencies.deliver = .init(min: 300, max: 300)
        try await withTemporaryFolder { folder in
            let state = folder.appending(path: "state.sqlite").path
            let receivers = [Receiver(), Receiver()]
            let dispatchIDs = Mutex<[String]>([])
            try await withSandbox(configuration, statePath: state, receiver: receivers[0]) { sandbox in
                for _ in 0..<50 {
                    let answer = try await sandbox.send(to: "ada")
                    dispatchIDs.withLock { $0.append(answer.dispatchID) }
                }
            }
            try await withSandbox(configuration, statePath: state, receiver: receivers[1]) { _ in
                for dispatchID in dispatchIDs.withLock({ $0 }) {
                    try await eventually {
                        let told = Set(receivers.flatMap { $0.statuses(of: dispatchID) })
                        return told == ["sent", "processed", "delivered"] ? told : nil
                    }
                }
            }
            #expect(receivers[1].all.contains { $0.status == "delivered" })
        }
    }

    @Test("users keep what requests made of them, keys and campaigns follow the configuration")
    func seeding() async throws {
        try await withTemporaryFolder { folder in
            let state = folder.appending(path: "state.sqlite").path
            try await withSandbox(statePath: state) { sandbox async throws in
                #expect(try await sandbox.send(to: "ada", attributes: ["first_name": "Augusta"]).status == 201)
            }
            var configuration = SandboxConfiguration.fast
            configuration.keys = [.init(key: "other")]
            try await withSandbox(configuration, statePath: state) { sandbox async throws in
                #expect(try await sandbox.send(to: "ada").status == 401)
                let users = try await sandbox.request("GET", "/sandbox/info").json["users"]?.array
                let ada = users?.first { $0.object?["external_user_id"] == "ada" }
                #expect(ada?.object?["first_name"] == "Augusta")
            }
        }
    }

    @Test("old sends are forgotten, with their keys")
    func forgetting() async throws {
        try await withState { state in
            let order = SendOrder(
                style: .v1,
                campaignAPIID: Harness.activeCampaign,
                recipient: .externalUserID("ada"),
                triggerProperties: JSONObject(),
                externalSendID: "old",
                createsUser: false,
                existingUsersOnly: false,
                receivedAt: Timestamp(milliseconds: 0)
            )
            _ = try await state.accept(order) { false }
            let now = Timestamp(milliseconds: 90_000_000)
            _ = try await state.executeDue(at: now, targets: 0) { send in
                Execution(
                    plan: .aborted("", receivedAt: send.accepted.receivedAt, enqueuedAt: now, executedAt: now)
                )
            }
            let left = try await state.pool.read { db in
                try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM send) + (SELECT count(*) FROM deduplication)")
            }
            #expect(left == 0)
        }
    }
}
