import CStore
import Foundation
import SendtopCore
import Testing

@testable import SendtopStore

@Suite("Work in spare time") struct SpareTimeTests {
    private struct Fault: Error {}

    private func policy() -> Int32? {
        SpareTime.policy(of: pthread_self())
    }

    @Test("gives way, and comes forward when it takes long")
    func patience() {
        let before = policy()
        SpareTime.run {
            #expect(policy() == (SpareTime.isAllowed ? sendtop_sched_idle : before))
            let deadline = ContinuousClock.now.advanced(by: .seconds(60))
            while policy() != before, ContinuousClock.now < deadline { usleep(1_000) }
            #expect(policy() == before)
        }
        #expect(policy() == before)
    }

    @Test("leaves its thread as it was, also when it fails")
    func end() {
        let before = policy()
        #expect(SpareTime.run { 7 } == 7)
        #expect(policy() == before)
        #expect(throws: Fault.self) { try SpareTime.run { throw Fault() } }
        #expect(policy() == before)
    }

    @Test("within other such work is a part of it")
    func nested() {
        SpareTime.run {
            let before = policy()
            SpareTime.run { #expect(policy() == before) }
            #expect(policy() == before)
        }
    }

    @Test("shows all events of a flood, in batches of any size")
    func projection() async throws {
        try await withLedger { ledger in
            for count in [1, 499, 500, 15_999, 16_000, 16_001] {
                let before = try await ledger.info()
                _ = try await ledger.append((0..<count).map { postback("d\($0)", "sent") })
                try await ledger.project()
                let after = try await ledger.info()
                #expect(after.events == before.events + count)
                #expect(after.backlog == 0)
            }
        }
    }
}
