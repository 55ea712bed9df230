import Foundation
import GRDB
import SendtopCore
import TestSupport
import Testing

@testable import SendtopStore

@Suite("what is saved of a damaged ledger") struct SalvageTests {
    @Test("is all but the events on broken pages, also between two of them and behind many")
    func holes() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, events: 6_000)
            let (ledger, files) = try broken(path, pages: [20..<21, 30..<70, 72..<150, 160..<161])
            let readable = try readable(files.damaged, through: 6_000)
            let saved = try await Salvage(files: files, logger: silent).run()
            let copy = try open(files.sound, .looker)
            let bodies = try await copy.events(after: 0, limit: 9_999).map(\.body)
            #expect(bodies == readable && bodies.count > 1_000 && bodies.count < 4_000)
            #expect(saved.count == bodies.count && saved.missing == 6_000 - bodies.count)
            #expect(saved.first == 1 && saved.last == 6_000)
            await copy.close()
            await ledger.close()
        }
    }

    @Test("is what can be read where the first and the last page are broken, and what is missing is counted")
    func ends() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, events: 400)
            let pages = try rootAndLeaves(path)
            #expect(pages[0] < pages[1])
            let (ledger, files) = try broken(path, pages: pages.map { $0..<$0 + 1 })
            let readable = try readable(files.damaged, through: 400)
            let saved = try await Salvage(files: files, logger: silent).run()
            #expect(saved.count == readable.count && saved.count > 300)
            #expect(saved.missing == 400 - readable.count && saved.first > 1 && saved.last < 400)
            await ledger.close()
        }
    }

    @Test("is the same when a number in it is nonsense", arguments: [Int64.max, 1 << 62, 1 << 49])
    func nonsense(number: Int64) async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, events: 1_000)
            let writer = try open(path)
            try await writer.events.write { db in
                try db.execute(sql: "UPDATE retention SET through = ?", arguments: [number])
            }
            try await writer.derived.write { db in
                try db.execute(sql: "UPDATE cursor SET seq = ?", arguments: [number])
            }
            await writer.close()
            let (ledger, files) = try broken(path, pages: [30..<31])
            let readable = try readable(files.damaged, through: 1_000)
            let saved = try await Salvage(files: files, logger: silent).run()
            #expect(saved.count == readable.count && saved.missing == 1_000 - readable.count)
            await ledger.close()
        }
    }

    @Test("is saved by the next owner, from the beginning, when the first one ends before it is whole")
    func resumed() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, events: 1_000)
            let (first, files) = try broken(path, pages: [30..<31])
            await first.close()
            // What a salvage that was killed has left.
            let part = try open(files.part.events, .writer)
            _ = try await part.append([postback("half", "sent")])
            await part.close()
            #expect(!FileManager.default.fileExists(atPath: files.sound))

            let second = try open(path)
            #expect(second.damage == nil && second.salvages == [files])
            let run = Task { try await second.run() }
            try await eventually { FileManager.default.fileExists(atPath: files.sound) ? true : nil }
            run.cancel()
            _ = await run.result
            let copy = try open(files.sound, .looker)
            let bodies = try await copy.events(after: 0, limit: 9_999).map(\.body)
            #expect(try bodies == readable(files.damaged, through: 1_000))
            await copy.close()
            await second.close()

            let third = try open(path)
            #expect(third.salvages.isEmpty)
            await third.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!names.contains { $0.contains(".part") })
        }
    }

    @Test("that is interrupted has no name yet")
    func interrupted() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, events: 1_000)
            let (ledger, files) = try broken(path, pages: [30..<31])
            let run = Task { try await Salvage(files: files, logger: silent).run() }
            run.cancel()
            await #expect(throws: (any Error).self) { try await run.value }
            #expect(!FileManager.default.fileExists(atPath: files.sound))
            #expect(FileManager.default.fileExists(atPath: files.part.events))
            await ledger.close()
        }
    }

    @Test("is what the pages hold that are there, when the file was cut off")
    func cut() async throws {
        try await withFolder { folder in
            let saved = try await salvaged(in: folder) { $0.removeLast(4_096) }
            #expect(saved.count > 900 && saved.count < 1_000 && saved.missing == 1_000 - saved.count)
        }
    }

    @Test("is everything, when the first bytes of the file alone were broken")
    func magic() async throws {
        try await withFolder { folder in
            let saved = try await salvaged(in: folder) { bytes in
                bytes.replaceSubrange(0..<16, with: Data(repeating: 0xFF, count: 16))
            }
            #expect(saved.count == 1_000 && saved.missing == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!names.contains { $0.contains(".mended") })
        }
    }

    @Test("is nothing, and is not tried again, where not even the schema can be read")
    func nothing() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, events: 10)
            let (ledger, files) = try broken(path, pages: [0..<1])
            await #expect(throws: DatabaseError.self) { try await Salvage(files: files, logger: silent).run() }
            await ledger.close()
            let again = try open(path)
            #expect(again.salvages.isEmpty)
            await again.close()
        }
    }

    /// A ledger begun in place of one whose pages were broken, and the names of that.
    private func broken(_ path: String, pages: [Range<UInt64>]) throws -> (Ledger, SalvageFiles) {
        for range in pages { try scribble(path, pages: range) }
        let ledger = try open(path)
        return (ledger, try #require(ledger.salvages.first))
    }

    /// What is saved of a ledger of 1,000 events whose file was changed; the damaged one stays as it was.
    private func salvaged(in folder: String, change: (inout Data) -> Void) async throws -> DamagedEvents {
        let path = folder + "/ledger.sqlite"
        try await fill(path, events: 1_000)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        change(&bytes)
        try bytes.write(to: URL(fileURLWithPath: path))
        let (ledger, files) = try broken(path, pages: [])
        let saved = try await Salvage(files: files, logger: silent).run()
        #expect(try Data(contentsOf: URL(fileURLWithPath: files.damaged)) == bytes)
        await ledger.close()
        return saved
    }

    private func fill(_ path: String, events: Int) async throws {
        let ledger = try open(path)
        _ = try await ledger.append((0..<events).map { postback("d\($0)", "sent") })
        try await ledger.project()
        await ledger.close()
    }

    /// The bodies of the events that can be read one by one.
    private func readable(_ path: String, through last: Int64) throws -> [[UInt8]] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        let select = "SELECT body FROM event WHERE seq = ?"
        return queue.inDatabase { db in
            (1...last).compactMap { seq in (try? Data.fetchOne(db, sql: select, arguments: [seq])).map { [UInt8]($0) } }
        }
    }

    /// The first page of events behind the root, and the last one, counted from 0.
    private func rootAndLeaves(_ path: String) throws -> [UInt64] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let root = try queue.read { db in
            try UInt64.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'event'") ?? 0
        }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let page = Int(root - 1) * 4_096
        func number(_ at: Int) -> UInt64 { bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt64($1) } }
        // An interior page: its cells begin with a child's number, and its header ends with the last child's.
        let cell = page + Int(bytes[page + 12]) << 8 + Int(bytes[page + 13])
        return [number(cell) - 1, number(page + 8) - 1]
    }
}
