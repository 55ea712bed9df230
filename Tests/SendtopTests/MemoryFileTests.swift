import Foundation
import SendtopUI
import Testing

@testable import sendtop

@Suite struct MemoryFileTests {
    private func withPath(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sendtop-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder + "/screen.json")
    }

    private func file(_ path: String) -> MemoryFile {
        MemoryFile(SharedFile(path: path, patience: .milliseconds(50)))
    }

    @Test("Two monitors that share a file keep what each of them saved, for its user alone")
    func shared() async throws {
        try await withPath { path in
            let first = file(path)
            var mine = first.first
            mine.views[1] = SavedView(filter: "a")
            try await first.keep(mine)
            let second = file(path)
            var theirs = second.first
            theirs.views[2] = SavedView(filter: "b")
            try await second.keep(theirs)
            // The first has not heard of the second's view, and changes its own.
            mine.views[1] = SavedView(filter: "c")
            mine.views[3] = SavedView(filter: "d")
            try await first.keep(mine)
            theirs.views[2] = SavedView(filter: "e")
            try await second.keep(theirs)
            #expect(file(path).first.views.mapValues(\.filter) == [1: "c", 2: "e", 3: "d"])
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("Filters of both are kept, the newest first")
    func filters() async throws {
        try await withPath { path in
            let first = file(path)
            try await first.keep(ScreenMemory(filters: ["old"]))
            let second = file(path)
            try await first.keep(ScreenMemory(filters: ["one", "old"]))
            try await second.keep(ScreenMemory(filters: ["two", "old"]))
            #expect(file(path).first.filters == ["two", "one", "old"])
        }
    }

    @Test(
        "A file that is not understood is left as it is, and the user is told where it is wrong",
        arguments: [("{\"views\": \n", "line 2, column 1"), ("[]", "it is an array"), ("{\"views\": 1}", "its views")]
    )
    func foreign(text: String, reason: String) async throws {
        try await withPath { path in
            try await file(path).keep(ScreenMemory(filters: ["old"]))
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let memory = file(path)
            #expect(memory.first == ScreenMemory())
            let problem = try #require(memory.problem).sentence
            #expect(problem.contains(reason) && problem.contains(path))
            let failure = await #expect(throws: CommandFailure.self) { try await memory.keep(ScreenMemory()) }
            #expect(failure?.sentence == problem)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test(
        "Another process that holds the lock for too long is named, and what cannot be written says the system's reason"
    )
    func failures() async throws {
        try await withPath { path in
            let memory = file(path)
            try await memory.keep(ScreenMemory(filters: ["old"]))
            let lock = open(path + ".lock", O_RDWR)
            #expect(flock(lock, LOCK_EX) == 0)
            let held = await #expect(throws: CommandFailure.self) { try await memory.keep(ScreenMemory()) }
            #expect(held?.sentence.contains("another process has held \(path).lock") == true)
            close(lock)
            // A folder stands where the new file is made.
            try FileManager.default.createDirectory(atPath: path + ".new", withIntermediateDirectories: true)
            let failed = await #expect(throws: CommandFailure.self) { try await memory.keep(ScreenMemory()) }
            #expect(failed?.sentence.contains("File exists") == true)
            #expect(file(path).first.filters == ["old"])
        }
    }
}
