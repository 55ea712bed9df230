import Foundation
import SendtopCore
import SendtopStore
import Testing

@Suite("a ledger whose file is gone while it is open") struct ReplacedTests {
    @Test("One who looks on knows whether its ledger is still there; owners may come and go")
    func looker() async throws {
        try await withFolder { folder in
            let path = folder + "/test.sqlite"
            let first = try open(path)
            let looker = try open(path, .looker)
            await first.close()
            let second = try open(path)
            #expect(!looker.isReplaced)
            #expect(rename(path, path + "-moved") == 0)
            #expect(looker.isReplaced)
            #expect(rename(path + "-moved", path) == 0)
            #expect(!looker.isReplaced)
            await second.close()
            await looker.close()
        }
    }

    @Test("takes nothing in until the file is back", arguments: ["", "-wal"])
    func moved(end: String) async throws {
        try await withFolder { folder in
            let ledger = try open(folder + "/ledger.sqlite")
            _ = try await ledger.append([postback("a", "sent")])
            let refusal = LedgerError(path: ledger.path, problem: .replaced)
            try FileManager.default.moveItem(atPath: ledger.path + end, toPath: folder + "/away")
            await #expect(throws: refusal) { try await ledger.append([postback("b", "sent")]) }
            // Another file in its place is not the one that is open.
            try FileManager.default.copyItem(atPath: folder + "/away", toPath: ledger.path + end)
            await #expect(throws: refusal) { try await ledger.append([postback("c", "sent")]) }
            let said: Result<Range<Int64>, LedgerError> = await withCheckedContinuation { continuation in
                ledger.append([postback("c", "sent")]) { continuation.resume(returning: $0) }
            }
            #expect(said == .failure(refusal))
            try FileManager.default.removeItem(atPath: ledger.path + end)
            try FileManager.default.moveItem(atPath: folder + "/away", toPath: ledger.path + end)
            #expect(try await ledger.append([postback("d", "sent")]) == [2])
            #expect(try await ledger.events(after: 0, limit: 9).map(\.dispatchID) == ["a", "d"])
            await ledger.close()
        }
    }

    @Test("is not begun anew beside its owner")
    func writer() async throws {
        try await withFolder { folder in
            let ledger = try open(folder + "/ledger.sqlite")
            try FileManager.default.removeItem(atPath: ledger.path)
            #expect(throws: LedgerError(path: ledger.path, problem: .replaced)) { try open(ledger.path, .writer) }
            #expect(!FileManager.default.fileExists(atPath: ledger.path))
            await ledger.close()
        }
    }
}
