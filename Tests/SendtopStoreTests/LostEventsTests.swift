import Foundation
import GRDB
import SendtopCore
import SendtopStore
import Testing

@Suite("a ledger whose events are lost") struct LostEventsTests {
    @Test("keeps what its derived tables show, and begins anew", arguments: [true, false])
    func file(isRemoved: Bool) async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, ["a", "b"])
            try FileManager.default.removeItem(atPath: path)
            if !isRemoved { try Data().write(to: URL(fileURLWithPath: path)) }
            let ledger = try open(path)
            let damage = try #require(ledger.damage)
            #expect(damage.cause == .otherEvents && damage.detail == "2 sends" && damage.sound == nil)
            #expect("\(damage)".contains(damage.aside))
            #expect(try sends(in: damage.aside) == ["a", "b"])
            try await ledger.take(postback("c", "sent"))
            #expect(try await ledger.allSends().map(\.send.dispatchID) == ["c"])
            await ledger.close()
            let again = try open(path)
            #expect(again.damage == nil)
            await again.close()
        }
    }

    @Test("says which are missing when it lost the last ones, and keeps their rows")
    func tail() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, ["a", "b", "c"])
            try FileManager.default.copyItem(atPath: path, toPath: folder + "/earlier")
            try await fill(path, ["d", "e"])
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: folder + "/earlier", toPath: path)
            let words = "2 events that were taken in are missing, numbers 4 to 5"
            for access in [Ledger.Access.looker, .writer] {
                #expect(throws: LedgerError(path: path, problem: .damaged(words))) {
                    try open(path, access, mayBegin: false)
                }
            }
            let ledger = try open(path)
            let damage = try #require(ledger.damage)
            #expect(damage.cause == .missingEvents && damage.detail == words)
            #expect(try sends(in: damage.aside) == ["a", "b", "c", "d", "e"])
            try await ledger.project()
            #expect(try await ledger.allSends().map(\.send.dispatchID) == ["a", "b", "c"])
            #expect(try await ledger.append([postback("f", "sent")]) == [4])
            await ledger.close()
        }
    }

    @Test("leaves nothing aside when nothing was derived")
    func nothing() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            await (try open(path)).close()
            try FileManager.default.removeItem(atPath: path)
            let ledger = try open(path)
            #expect(ledger.damage == nil)
            await ledger.close()
        }
    }

    @Test("is another thing than a derived file that is none: a rebuild puts that aside", arguments: [true, false])
    func strange(isDatabase: Bool) async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            try await fill(path, ["a", "b"])
            let derived = URL(fileURLWithPath: path + "-derived")
            try FileManager.default.removeItem(at: derived)
            if isDatabase {
                let queue = try DatabaseQueue(path: derived.path)
                try queue.inDatabase { try $0.execute(sql: "CREATE TABLE song (id INTEGER PRIMARY KEY)") }
                try queue.close()
            } else {
                try Data(repeating: 0x41, count: 4_096).write(to: derived)
            }
            let strange = try Data(contentsOf: derived)
            for access in [Ledger.Access.looker, .writer] {
                #expect(throws: LedgerError(path: path, problem: .strangeDerived)) {
                    try open(path, access, mayBegin: false)
                }
            }
            #expect(try Data(contentsOf: derived) == strange)
            let ledger = try Ledger.open(
                path: path,
                access: .writer,
                mayBegin: false,
                renewsDerived: true,
                logger: silent
            )
            let aside = try #require(ledger.damage).aside
            #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == strange)
            try await ledger.rebuild()
            #expect(try await ledger.check() == LedgerCheck(events: 2, sends: 2))
            await ledger.close()
        }
    }

    private func fill(_ path: String, _ dispatches: [String]) async throws {
        let ledger = try open(path)
        _ = try await ledger.append(dispatches.map { postback($0, "sent") })
        try await ledger.project()
        await ledger.close()
    }

    /// The sends in derived tables without events.
    private func sends(in file: String) throws -> [String] {
        let queue = try DatabaseQueue(path: file)
        defer { try? queue.close() }
        return try queue.read { try String.fetchAll($0, sql: "SELECT dispatch_id FROM send ORDER BY id") }
    }
}
