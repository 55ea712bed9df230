import Foundation
import GRDB
import SendtopCore
import SendtopStore
import Testing

@Suite struct ConcurrencyTests {
    @Test("A new ledger may be opened by many at once")
    func opening() async throws {
        try await withFolder { folder in
            for round in 0..<10 {
                let path = folder + "/\(round).sqlite"
                try await withThrowingTaskGroup(of: Ledger.self) { group in
                    for _ in 0..<6 { group.addTask { try open(path, .writer) } }
                    for try await ledger in group {
                        _ = try await ledger.append([postback("d", "sent")])
                        await ledger.close()
                    }
                }
                let ledger = try open(path)
                #expect(try await ledger.info().events == 6)
                await ledger.close()
            }
        }
    }

    @Test("While the disk is slow events gather into one commit, and beyond a limit they are refused")
    func slowDisk() async throws {
        try await withLedger { ledger in
            let event = Event(at: noon, kind: .postback, body: Array(repeating: 0x20, count: 1 << 20))
            let before = try commits(ledger)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: ledger.path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<70 {
                    group.addTask {
                        do {
                            return try await ledger.append([event]).count == 1
                        } catch let error as LedgerError where error.problem == .overloaded {
                            return false
                        }
                    }
                }
                // The first that is refused shows that the others wait.
                #expect(try await group.next() == false)
                try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
                #expect(try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 } == 63)
            }
            try other.close()
            let after = try commits(ledger)
            // A checkpoint may have begun the log anew, which leaves fewer.
            #expect(after - before <= 2)
            #expect(try await ledger.info().events == 63)
        }
    }

    /// How many transactions the write-ahead log holds: a frame that ends one names the size of the file.
    private func commits(_ ledger: Ledger) throws -> Int {
        let log = try Data(contentsOf: URL(fileURLWithPath: ledger.path + "-wal"))
        return stride(from: 32, to: log.count, by: 24 + 4_096).count { log[$0 + 4..<$0 + 8].contains { $0 != 0 } }
    }
}
