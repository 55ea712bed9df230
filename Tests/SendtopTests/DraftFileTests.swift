import Foundation
import SendtopCore
import SendtopUI
import Testing

@testable import sendtop

@Suite("the file of drafts") struct DraftFileTests {
    private func withFile(_ body: (DraftFile, String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sendtop-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(DraftFile(folder: folder, profile: "sandbox"), folder + "/sandbox.drafts.json")
    }

    private func draft(_ name: String, user: String, at: Int64 = 0) -> SavedDraft {
        SavedDraft(name: name, savedAt: Timestamp(milliseconds: at), draft: SendDraft([.externalUserID: user]))
    }

    @Test("keeps drafts for the next run, newest first, one a name, for its user alone")
    func roundTrip() async throws {
        try await withFile { file, path in
            #expect(try await file.drafts().isEmpty)
            _ = try await file.save(draft("one", user: "ada", at: 1))
            _ = try await file.save(draft("two", user: "bob", at: 2))
            _ = try await file.save(draft("one", user: "eve", at: 3))
            let folder = (path as NSString).deletingLastPathComponent
            let other = DraftFile(folder: folder, profile: "sandbox")
            #expect(try await other.drafts() == [draft("one", user: "eve", at: 3), draft("two", user: "bob", at: 2)])
            #expect(try await other.delete("two").map(\.name) == ["one"])
            #expect(try await DraftFile(folder: folder, profile: "production").drafts().isEmpty)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test(
        "is left as it is when it is not understood, and says where",
        arguments: [
            ("{\"drafts\": [\n", "line 2, column 1"), ("[]", "no list of drafts"),
            ("{\"drafts\": [{\"name\": \"x\"}]}", "entry 1 is no draft"),
        ]
    )
    func foreign(text: String, reason: String) async throws {
        try await withFile { file, path in
            _ = try await file.save(draft("one", user: "ada"))
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let works: [@Sendable () async throws -> [SavedDraft]] = [
                { try await file.drafts() },
                { try await file.save(SavedDraft(name: "two", savedAt: .now(), draft: SendDraft())) },
            ]
            for work in works {
                do {
                    _ = try await work()
                    Issue.record("it was understood")
                } catch {
                    #expect("\(error)".contains(reason) && "\(error)".contains(path))
                }
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test("keeps what several monitors save at once, and what it does not know of a draft")
    func concurrent() async throws {
        try await withFile { file, path in
            let folder = (path as NSString).deletingLastPathComponent
            _ = try await file.save(draft("old", user: "ada"))
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("\"name\"", with: "\"later\": 1, \"name\"").write(
                toFile: path,
                atomically: true,
                encoding: .utf8
            )
            try await withThrowingTaskGroup { group in
                for index in 0..<20 {
                    let other = DraftFile(folder: folder, profile: "sandbox")
                    group.addTask { _ = try await other.save(draft("\(index)", user: "u", at: Int64(index))) }
                }
                try await group.waitForAll()
            }
            #expect(try await file.drafts().count == 21)
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\"later\": 1"))
        }
    }
}
