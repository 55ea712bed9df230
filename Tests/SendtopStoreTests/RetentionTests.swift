import Foundation
import GRDB
import SendtopCore
import Synchronization
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

    @Test("deletes under the triggers that guard events, though appending does without them")
    func guarded() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("a", "sent"), postback("b", "sent"))
            #expect(try await ledger.prune(Retention(eventAge: 1), now: noon.adding(milliseconds: day)).events == 1)
            await #expect(throws: DatabaseError.self) {
                try await ledger.events.write { try $0.execute(sql: "DELETE FROM event") }
            }
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

    @Test("What a clock that ran ahead for long has stamped keeps nothing behind it")
    func futures() async throws {
        try await withLedger { ledger in
            let ahead = (0..<1_200).map { postback("a\($0)", "sent", at: noon.adding(milliseconds: 9_000 * day)) }
            let old = (0..<300).map { postback("o\($0)", "sent", at: noon.adding(milliseconds: -9 * day)) }
            try await ledger.takeAll(old + ahead + old + ahead + [postback("new", "sent")])
            #expect(try await ledger.prune(Retention(eventAge: 5 * day), now: noon).events == 1_800)
            #expect(try await ledger.info().firstSeq == 1_801)
        }
    }

    @Test("A send that changes after the counts of its minute have gone is counted there no more")
    func lateChanges() async throws {
        try await withLedger { ledger in
            func bounce(_ id: String, _ reason: String, _ seconds: Double, campaign: String?, at: Timestamp) -> Event {
                postback(id, "bounced", ["reason": reason, "bounced_at": text(seconds)], campaign: campaign, at: at)
            }
            try await ledger.takeAll(
                ["one", "two"].map { bounce($0, "550 5.1.1 no such user", 9, campaign: nil, at: noon) }
            )
            let later = noon.adding(milliseconds: 9 * day)
            #expect(try await ledger.prune(Retention(sendAge: day), now: later) == Pruned())
            try await ledger.takeAll([
                bounce("one", "552 5.2.2 mailbox full", 1, campaign: "c", at: later),
                bounce("three", "552 5.2.2 mailbox full", 1, campaign: "c", at: later),
            ])
            let counts = try await ledger.derived.read { db in
                try Row.fetchAll(
                    db,
                    sql: "SELECT minute, sends FROM minute UNION ALL SELECT minute, sends FROM reason_minute"
                )
                .map { [$0[0] as Int64, $0[1] as Int64] }
            }
            #expect(counts == [[later.minute, 1], [later.minute, 1]])
            #expect(try await ledger.check().findings.isEmpty)
            // Made anew, the tables count all events that there are.
            try await ledger.rebuild()
            #expect(try await ledger.derived.read { try Int.fetchOne($0, sql: "SELECT sum(sends) FROM minute") } == 3)
        }
    }

    @Test("Derived tables that are made anew while it works lack no send")
    func rebuildBeside() async throws {
        try await withLedger { ledger in
            let body = Array(repeating: UInt8(ascii: " "), count: 500)
            let events = (0..<6_000).map { Event(at: noon, kind: .postback, dispatchID: "d\($0)", body: body) }
            try await ledger.takeAll(events)
            let isOver = Mutex(false)
            async let pruned: Void = {
                // It goes no further than what the tables show again.
                while try await ledger.info().firstSeq < 5_000 {
                    _ = try await ledger.prune(Retention(eventBytes: 1), now: noon)
                }
                isOver.withLock { $0 = true }
            }()
            while !isOver.withLock(\.self) {
                try await ledger.rebuild()
                #expect(try await ledger.info().sends == 6_000)
            }
            try await pruned
        }
    }

    @Test("A copy that is made while it works lacks no send")
    func backupBeside() async throws {
        try await withFolder { folder in
            let ledger = try open(folder + "/test.sqlite")
            try await ledger.takeAll((0..<100).map { postback("d\($0)", "sent") })
            let isFirst = Mutex(true)
            let begun = AsyncStream<Void>.makeStream()
            async let pruned: Void = {
                for await _ in begun.stream {
                    try await ledger.takeAll((100..<200).map { postback("d\($0)", "sent") })
                    _ = try await ledger.prune(Retention(eventBytes: 1), now: noon)
                }
            }()
            try await ledger.backup(to: folder + "/copy.sqlite") { share in
                // Between the two files.
                guard share >= 0.5,
                    isFirst.withLock({ isFirst in
                        defer { isFirst = false }
                        return isFirst
                    })
                else { return }
                begun.continuation.yield()
                begun.continuation.finish()
                usleep(300_000)
            }
            try await pruned
            await ledger.close()
            let copy = try open(folder + "/copy.sqlite")
            try await copy.project()
            #expect(try await copy.info().sends == Int(copy.info().lastSeq))
            await copy.close()
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
