import Foundation
import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

@Suite("copies and checks") struct CopyTests {
    @Test("A backup is of one moment while others write, and a ledger of its own")
    func backup() async throws {
        try await withLedger { ledger in
            var generator = TrafficGenerator(seed: 7)
            _ = try await ledger.append(generator.events(sends: 3_000))
            try await ledger.project()
            let writer = Task {
                while !Task.isCancelled {
                    _ = try await ledger.append([postback("more", "sent")])
                    try await ledger.project()
                }
            }
            let before = try await ledger.info()
            let copy = ledger.path + "-copy"
            let check = try await ledger.backup(to: copy)
            writer.cancel()
            _ = await writer.result
            let folder = URL(fileURLWithPath: copy).deletingLastPathComponent().path
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("-copy") }
            #expect(names.sorted() == ["test.sqlite-copy", "test.sqlite-copy-derived"])
            let opened = try open(copy, .looker)
            let info = try await opened.info()
            #expect(info.events >= before.events && info.cursor >= before.cursor)
            #expect(check == LedgerCheck(events: info.events, sends: info.sends))
            #expect(info.identity == before.identity)
            #expect(try await opened.check().findings.isEmpty)
            await opened.close()
        }
    }

    @Test("A backup overwrites nothing")
    func taken() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("d", "sent"))
            for end in ["", "-derived"] {
                let target = ledger.path + "-taken\(end.count)"
                try Data("mine".utf8).write(to: URL(fileURLWithPath: target + end))
                let refusal = LedgerError(
                    path: target,
                    problem: .cannotCopy("\(target + end) is there already, and nothing is overwritten")
                )
                await #expect(throws: refusal) { try await ledger.backup(to: target) }
                #expect(try Data(contentsOf: URL(fileURLWithPath: target + end)) == Data("mine".utf8))
            }
        }
    }

    @Test("A backup that cannot be written is the copy's fault, and leaves nothing")
    func unwritable() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("d", "sent"))
            let folder = ledger.path + "-none"
            let refusal = LedgerError(path: folder + "/copy", problem: .cannotCopy("there is no folder \(folder)"))
            await #expect(throws: refusal) { try await ledger.backup(to: folder + "/copy") }
            #expect(!FileManager.default.fileExists(atPath: folder))
        }
    }

    @Test("A backup of a damaged ledger is made, and says so", arguments: ["", "-derived"])
    func damaged(file: String) async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            let ledger = try open(path)
            try await ledger.take(postback("d", "sent"))
            _ = try await ledger.append((0..<1_000).map { postback("d\($0)", "sent") })
            try await ledger.project()
            await ledger.close()
            try scribble(path + file, pages: 30..<31)
            let looker = try open(path, .looker)
            let check = try await looker.backup(to: folder + "/copy")
            #expect(check.findings.allSatisfy { $0.hasPrefix(file.isEmpty ? "Events: " : "Derived tables: ") })
            #expect(!check.findings.isEmpty)
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/copy" + file)).count > 30 * 4_096)
            await looker.close()
        }
    }

    @Test("A check names a missing event, a wrong count, and events that derived tables alone show")
    func findings() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("a", "sent"), postback("b", "sent"), postback("c", "sent"))
            #expect(try await ledger.check() == LedgerCheck(events: 3, sends: 3))
            try await ledger.derived.write { db in
                try db.execute(sql: "UPDATE block SET sends = 9")
                try db.execute(sql: "UPDATE cursor SET seq = 8")
            }
            try await ledger.events.write { db in
                try db.execute(sql: "DROP TRIGGER event_stays")
                try db.execute(sql: "DELETE FROM event WHERE seq = 2")
            }
            #expect(
                try await ledger.check().findings == [
                    "Events: 1 to 3 should be there, and 2 are.",
                    "Events: 5 events that were taken in are missing, numbers 4 to 8.",
                    "Derived tables: there are 3 sends, and 9 are counted; sendtop ledger rebuild mends it.",
                ]
            )
        }
    }

    @Test("A check names events that were lost before any table showed them")
    func unshown() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("a", "sent"))
            _ = try await ledger.append([postback("b", "sent"), postback("c", "sent"), postback("d", "sent")])
            try await ledger.events.write { db in
                try db.execute(sql: "DROP TRIGGER event_stays")
                try db.execute(sql: "DELETE FROM event WHERE seq < 4")
            }
            #expect(
                try await ledger.check().findings == [
                    "Events: 2 events that were taken in are missing, numbers 2 to 3, and no send shows them."
                ]
            )
        }
    }

    @Test("Only the owner compacts")
    func compact() async throws {
        try await withLedger { ledger in
            let writer = try open(ledger.path, .writer)
            await #expect(throws: LedgerError(path: ledger.path, problem: .looker)) { try await writer.compact() }
            await writer.close()
        }
    }
}
