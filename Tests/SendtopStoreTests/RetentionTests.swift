import Foundation
import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

@Suite("retention") struct RetentionTests {
    private let day: Int64 = 86_400_000

    @Test("takes out events by age; the sends keep their rows, and what comes in goes on counting")
    func age() async throws {
        try await withLedger { ledger in
            for age in [9, 8, 3, 2, 0] as [Int64] {
                try await ledger.take(postback("d\(age)", "delivered", at: noon.adding(milliseconds: -age * day)))
            }
            let before = try await ledger.allSends()
            let pruned = try await ledger.prune(Retention(eventAge: 5 * day), now: noon)
            #expect(pruned == Pruned(events: 2))
            #expect(try await ledger.events(after: 0, limit: 9).map(\.seq) == [3, 4, 5])
            #expect(try await ledger.allSends() == before)
            #expect(try await ledger.info().prunedThrough == 2)
            #expect(try await ledger.append([postback("new", "sent")]) == [6])
            #expect(try await ledger.check().findings.isEmpty)
        }
    }

    @Test("keeps the newest event, and what the derived tables do not show yet")
    func newest() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<5).map { postback("d\($0)", "sent") })
            let all = Retention(eventAge: 1)
            let later = noon.adding(milliseconds: 99 * day)
            #expect(try await ledger.prune(all, now: later) == Pruned())
            try await ledger.project()
            #expect(try await ledger.prune(all, now: later) == Pruned(events: 4))
            #expect(try await ledger.events(after: 0, limit: 9).map(\.seq) == [5])
            #expect(try await ledger.info().sends == 5)
        }
    }

    @Test("takes out events by size, the oldest first, and what follows uses their room")
    func size() async throws {
        try await withLedger { ledger in
            let body = Array(repeating: UInt8(ascii: " "), count: 2_000)
            let events = (0..<1_500).map { Event(at: noon, kind: .postback, dispatchID: "d\($0)", body: body) }
            _ = try await ledger.append(events)
            try await ledger.project()
            let limit: Int64 = 1_000_000
            let pruned = try await ledger.prune(Retention(eventBytes: limit), now: noon)
            let info = try await ledger.info()
            #expect(info.usedBytes <= limit && info.usedBytes > limit / 2)
            #expect(info.freeBytes > 1_000_000)
            #expect(info.firstSeq == Int64(pruned.events) + 1 && info.lastSeq == 1_500)
            let size = info.usedBytes + info.freeBytes
            _ = try await ledger.append(Array(events.prefix(500)))
            let after = try await ledger.info()
            #expect(after.usedBytes + after.freeBytes == size)
            try await ledger.compact()
            let compacted = try await ledger.info()
            #expect(compacted.freeBytes == 0)
            #expect(try await ledger.check() == LedgerCheck(events: compacted.events, sends: 1_500))
        }
    }

    @Test("takes out a send when it was not heard of for long and its events are gone")
    func sends() async throws {
        try await withLedger { ledger in
            let old = noon.adding(milliseconds: -20 * day)
            try await ledger.take(
                deed(.accepted, request: "r", dispatch: "old", at: old),
                postback("old", "delivered", at: old),
                postback("heard", "sent", at: old),
                postback("heard", "delivered", at: noon.adding(milliseconds: -2 * day)),
                postback("new", "sent", at: noon)
            )
            #expect(try await ledger.prune(Retention(sendAge: 10 * day), now: noon) == Pruned())
            let kept = Retention(eventAge: 5 * day, sendAge: 10 * day)
            #expect(try await ledger.prune(kept, now: noon) == Pruned(events: 3, sends: 1))
            #expect(try await ledger.allSends().map(\.send.dispatchID) == ["heard", "new"])
            #expect(try await ledger.send(requestID: "r") == nil)
            #expect(try await ledger.info().sends == 2)
            #expect(try await ledger.check().findings.isEmpty)
            let minutes = try await ledger.derived.read { db in
                try Int64.fetchAll(db, sql: "SELECT DISTINCT minute FROM minute ORDER BY 1")
            }
            #expect(minutes == [noon.adding(milliseconds: -2 * day).minute, noon.minute])
        }
    }

    @Test("A clock that once ran ahead keeps nothing for ever, and one that ran behind takes nothing out early")
    func clocks() async throws {
        try await withLedger { ledger in
            let moments: [Int64] = [-9 * day, 9_000 * day, -8 * day, -9_000 * day, -1 * day, -9 * day, 0]
            try await ledger.takeAll(moments.map { postback("d", "s\($0)", at: noon.adding(milliseconds: $0)) })
            #expect(try await ledger.prune(Retention(eventAge: 5 * day), now: noon).events == 4)
            #expect(try await ledger.events(after: 0, limit: 9).map(\.seq) == [5, 6, 7])
        }
    }

    @Test("A clock that leaps forward while the program runs makes nothing old at once")
    func leap() {
        let clock = RetentionClock(now: noon)
        let leapt = noon.adding(milliseconds: 3_650 * day)
        #expect(clock.present(leapt, elapsed: 60_000) == noon.adding(milliseconds: 3_660_000))
        #expect(clock.present(noon.adding(milliseconds: -day), elapsed: 60_000) == noon.adding(milliseconds: -day))
        #expect(clock.present(noon.adding(milliseconds: 50_000), elapsed: 60_000) == noon.adding(milliseconds: 50_000))
    }

    @Test("After it, derived tables that are made anew are as they were", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func rebuild(seed: UInt64) async throws {
        try await withLedger { ledger in
            var generator = TrafficGenerator(seed: seed)
            let events = generator.events(sends: 300)
            _ = try await ledger.append(events)
            try await ledger.project()
            let middle = noon.adding(milliseconds: 250_000)
            let pruned = try await ledger.prune(
                Retention(eventBytes: Int64(90_000 + 25_000 * seed)),
                now: middle
            )
            #expect(pruned.events > 100 && pruned.events < events.count - 100)
            let before = try ledger.derivedDump().filter { !$0.hasPrefix("cursor 'counted'") }
            try await ledger.rebuild()
            try await ledger.rebuild()
            let after = try ledger.derivedDump().filter { !$0.hasPrefix("cursor 'counted'") }
            #expect(Set(after).symmetricDifference(before).sorted() == [])
            #expect(try await ledger.check().findings.isEmpty)
            // What comes in later counts as ever.
            let total = try await ledger.derived.read {
                try Int.fetchOne($0, sql: "SELECT sum(sends) FROM minute") ?? 0
            }
            try await ledger.take(postback("afterwards", "sent"))
            #expect(
                try await ledger.derived.read { try Int.fetchOne($0, sql: "SELECT sum(sends) FROM minute") } == total
                    + 1
            )
        }
    }

    @Test("Events come in while it works")
    func intake() async throws {
        try await withLedger { ledger in
            let old = (0..<2_000).map { postback("old\($0)", "sent") }
            _ = try await ledger.append(old)
            try await ledger.project()
            let later = noon.adding(milliseconds: 9 * day)
            async let pruned = ledger.prune(Retention(eventAge: day), now: later)
            var taken = 0
            while try await ledger.info().firstSeq <= 2_000 {
                taken += try await ledger.append([postback("new\(taken)", "sent", at: later)]).count
            }
            #expect(try await pruned.events == 2_000)
            #expect(taken > 1)
            #expect(try await ledger.info().events == taken)
        }
    }
}

extension Ledger {
    fileprivate func takeAll(_ events: [Event]) async throws {
        _ = try await append(events)
        try await project()
    }
}
