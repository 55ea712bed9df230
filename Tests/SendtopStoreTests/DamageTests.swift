import Foundation
import SendtopCore
import TestSupport
import Testing

@testable import SendtopStore

@Suite("a damaged ledger") struct DamageTests {
    @Test("is put aside whole, what can be read of it is saved, and a fresh one takes events in")
    func events() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            let bodies = try await fill(path, events: 3_000)
            try scribble(path, page: 60)
            let damaged = try Data(contentsOf: URL(fileURLWithPath: path))

            let ledger = try open(path)
            let damage = try #require(ledger.damage)
            #expect(try await ledger.append([postback("fresh", "sent")]) == [1])
            #expect(try Data(contentsOf: URL(fileURLWithPath: damage.aside)) == damaged)
            #expect("\(damage)".contains(damage.aside))
            let sound = try #require(damage.sound)
            let run = Task { try await ledger.run() }
            let saved = try await waitForEvents(of: sound, atLeast: 2_900)
            run.cancel()
            _ = await run.result
            #expect(saved.count < 3_000)
            #expect(Set(saved).isSubset(of: bodies))
            await ledger.close()

            let again = try open(path)
            #expect(again.damage == nil)
            #expect(try await again.info().events == 1)
            await again.close()
        }
    }

    @Test("without its first page is known by its derived tables")
    func header() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            _ = try await fill(path, events: 10)
            try scribble(path, page: 0)
            #expect(throws: LedgerError(path: path, problem: .damaged("its first page is broken"))) {
                try open(path, .looker)
            }
            let ledger = try open(path)
            #expect(ledger.damage?.detail == "its first page is broken")
            #expect(try await ledger.info().events == 0)
            await ledger.close()
        }
    }

    @Test("of which only the derived tables broke keeps its events, and makes the rest anew")
    func derived() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            _ = try await fill(path, events: 3_000)
            try scribble(path + "-derived", page: 30)
            let ledger = try open(path)
            let damage = try #require(ledger.damage)
            #expect(damage.sound == nil)
            #expect(FileManager.default.fileExists(atPath: damage.aside))
            try await ledger.project()
            #expect(try await ledger.check() == LedgerCheck(events: 3_000, sends: 3_000))
            await ledger.close()
        }
    }

    @Test("twice within a second goes to two places")
    func twice() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            var places: Set<String> = []
            for _ in 0..<3 {
                _ = try await fill(path, events: 10)
                try scribble(path, page: 1)
                let ledger = try open(path)
                places.insert(try #require(ledger.damage).aside)
                await ledger.close()
            }
            #expect(places.count == 3)
            #expect(places.allSatisfy(FileManager.default.fileExists(atPath:)))
        }
    }

    @Test("is a finding of the check, and an error for one who looks")
    func looker() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            _ = try await fill(path, events: 3_000)
            try scribble(path, page: 60)
            let ledger = try open(path, .looker)
            #expect(ledger.damage == nil)
            #expect(try await !ledger.check().findings.isEmpty)
            await ledger.close()
        }
    }

    @Test("is refused, and left as it is, by one who may not begin a fresh one", arguments: ["", "-derived"])
    func refused(file: String) async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            _ = try await fill(path, events: 1_000)
            try scribble(path + file, page: 30)
            let damaged = try [path, path + "-derived"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
            let error = #expect(throws: LedgerError.self) { try open(path, mayBegin: false) }
            #expect(error?.isDamage == true, "\(String(describing: error))")
            #expect(try [path, path + "-derived"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == damaged)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!names.contains { $0.contains("damaged") })
        }
    }

    @Test("in the midst of it is not compacted")
    func compact() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            _ = try await fill(path, events: 1_000)
            let ledger = try open(path)
            try scribble(path, page: 30)
            let damaged = try Data(contentsOf: URL(fileURLWithPath: path))
            let error = await #expect(throws: LedgerError.self) { try await ledger.compact() }
            #expect(error?.isDamage == true, "\(String(describing: error))")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
            await ledger.close()
        }
    }

    /// Makes a ledger and closes it; returns the bodies.
    private func fill(_ path: String, events: Int) async throws -> Set<[UInt8]> {
        let ledger = try open(path)
        let all = (0..<events).map { postback("d\($0)", "sent") }
        _ = try await ledger.append(all)
        try await ledger.project()
        await ledger.close()
        return Set(all.map(\.body))
    }

    /// Writes nonsense over a page.
    private func scribble(_ file: String, page: UInt64) throws {
        try SendtopStoreTests.scribble(file, pages: page..<page + 1)
    }

    /// Waits until a ledger that is being written has some events, and returns their bodies.
    private func waitForEvents(of path: String, atLeast count: Int) async throws -> [[UInt8]] {
        try await eventually {
            guard let ledger = try? open(path, .looker) else { return nil }
            let bodies = (try? await ledger.events(after: 0, limit: 9_999).map(\.body)) ?? []
            await ledger.close()
            return bodies.count >= count ? bodies : nil
        }
    }
}

extension LedgerError {
    fileprivate var isDamage: Bool {
        if case .damaged = problem { true } else { false }
    }
}
