import Foundation
import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

@Suite("faults of disk and lock") struct FaultTests {
    @Test("A full disk refuses with its own error, loses nothing, and is over when there is room")
    func full() async throws {
        try await withLedger { ledger in
            try await limit(ledger, pages: 40)
            var taken: [Int64] = []
            var refusal: LedgerError?
            while refusal == nil {
                do {
                    taken += try await ledger.append([postback("d\(taken.count)", "sent", ["pad": pad])])
                } catch let error as LedgerError {
                    refusal = error
                }
            }
            #expect(refusal == LedgerError(path: ledger.path, problem: .diskFull))
            #expect(taken.count > 10)
            #expect(try await ledger.events(after: 0, limit: 999).map(\.seq) == taken)
            try await limit(ledger, pages: 100_000)
            taken += try await ledger.append([postback("room", "sent", ["pad": pad])])
            #expect(try await ledger.events(after: 0, limit: 999).map(\.seq) == taken)
        }
    }

    @Test("A full disk under the derived tables costs no event, and they catch up when there is room")
    func fullDerived() async throws {
        try await withLedger { ledger in
            try await ledger.derived.writeWithoutTransaction { db in
                _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 40")
            }
            _ = try await ledger.append((0..<2_000).map { postback("d\($0)", "sent") })
            await #expect(throws: LedgerError(path: ledger.path, problem: .diskFull)) { try await ledger.project() }
            #expect(try await ledger.append([postback("e", "sent")]) == [2_001])
            try await ledger.derived.writeWithoutTransaction { db in
                _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 100000")
            }
            try await ledger.project()
            #expect(try await ledger.info().sends == 2_001)
        }
    }

    @Test("A disk that can only be read refuses with its own error")
    func readOnly() async throws {
        try await withLedger { ledger in
            for (isOn, value) in [(true, 1), (false, 0)] {
                try await ledger.events.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = \(value)") }
                let event = postback("d", "sent")
                if isOn {
                    let refusal = LedgerError(path: ledger.path, problem: .readOnly)
                    await #expect(throws: refusal) { try await ledger.append([event]) }
                } else {
                    #expect(try await ledger.append([event]) == [1])
                }
            }
        }
    }

    @Test("A ledger that another process keeps locked refuses after a while, and goes on afterwards")
    func locked() async throws {
        try await withLedger { ledger in
            try await ledger.events.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 50") }
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: ledger.path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let refusal = LedgerError(path: ledger.path, problem: .locked)
            await #expect(throws: refusal) { try await ledger.append([postback("d", "sent")]) }
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            #expect(try await ledger.append([postback("d", "sent")]) == [1])
            try other.close()
        }
    }

    @Test("Events keep their order of arrival when the clock steps back and forth")
    func clock() async throws {
        try await withLedger { ledger in
            let steps: [Int64] = [0, 3_600_000, -3_600_000, 1, -86_400_000, 86_400_000, 2]
            for (number, step) in steps.enumerated() {
                try await ledger.take(postback("d\(number)", "delivered", at: noon.adding(milliseconds: step)))
            }
            let dispatches = try await ledger.allSends().map(\.send.dispatchID)
            #expect(dispatches == steps.indices.map { "d\($0)" })
            let page = try await ledger.page(PageRequest(limit: 10), now: noon)
            #expect(page.rows.map(\.send.dispatchID) == dispatches.reversed())
            #expect(page.total == steps.count)
        }
    }

    private let pad = String(repeating: "x", count: 1_000)

    private func limit(_ ledger: Ledger, pages: Int) async throws {
        try await ledger.events.writeWithoutTransaction { db in
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
        }
    }
}
