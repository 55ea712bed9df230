import Foundation
import GRDB
import SendtopSandbox
import Testing

@Suite("The file of the state")
struct StateFileTests {
    /// Runs a sandbox on a file until it listens, and says why it did not.
    private func problem(_ path: String, startsFresh: Bool = false) async throws -> SandboxStateError? {
        let sandbox = try Sandbox(
            configuration: .fast,
            port: 0,
            statePath: path,
            startsFresh: startsFresh,
            postbackURLs: [],
            logger: quietLogger
        )
        do {
            try await withBound(sandbox.run(onBound:)) { _ in }
            return nil
        } catch let error as SandboxStateError {
            #expect(error.path == path)
            return error
        }
    }

    @Test("a second sandbox on one state is refused, and told which process has it")
    func second() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "state.sqlite").path
            let link = folder.appending(path: "link.sqlite").path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            try await withSandbox(statePath: path) { sandbox async throws in
                for name in [path, link] {
                    let error = try #require(try await problem(name))
                    #expect(error.problem == .owned(by: getpid()))
                    #expect(
                        error.description == "The sandbox state \(name) is in use by another sandbox, "
                            + "process \(getpid()); stop that one first, or name another file with --state."
                    )
                }
                #expect(try await problem(path, startsFresh: true)?.problem == .owned(by: getpid()))
                #expect(try await sandbox.send(to: "ada").status == 201)
            }
            #expect(try await problem(path) == nil)
        }
    }

    @Test("is for its user alone while it is in use, and whole by itself once the sandbox has ended")
    func permissions() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "state.sqlite").path
            try await withSandbox(statePath: path) { sandbox async throws in
                #expect(try await sandbox.send(to: "ada").status == 201)
                for end in ["", "-wal", "-shm"] {
                    let mode = try FileManager.default.attributesOfItem(atPath: path + end)[.posixPermissions] as? Int
                    #expect(mode == 0o600, "\(end)")
                }
            }
            let copy = folder.appending(path: "copy.sqlite").path
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            let count = "SELECT count(*) FROM send"
            #expect(try await DatabaseQueue(path: copy).read { try Int.fetchOne($0, sql: count) } == 1)
        }
    }

    @Test("what is no state is refused and left as it is, also when asked for a fresh one")
    func foreign() async throws {
        try await withTemporaryFolder { folder async throws in
            let text = folder.appending(path: "letter.txt")
            try Data("Dear Ada, this is no database at all, and it is quite a long text for a letter.".utf8)
                .write(to: text)
            let database = folder.appending(path: "other.sqlite").path
            try await DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE letter (text)") }
            for path in [text.path, database] {
                let before = try Data(contentsOf: URL(filePath: path))
                for startsFresh in [false, true] {
                    #expect(try await problem(path, startsFresh: startsFresh)?.problem == .notAState)
                }
                #expect(try Data(contentsOf: URL(filePath: path)) == before)
            }
        }
    }

    @Test("a missing folder, and a folder in place of the file, are told")
    func folders() async throws {
        try await withTemporaryFolder { folder async throws in
            let missing = folder.appending(path: "none/state.sqlite").path
            #expect(try await problem(missing)?.problem == .missingFolder)
            #expect(try await problem(folder.path)?.problem == .cannotOpen("it is a folder"))
        }
    }

    @Test("a damaged file is told, with what is damaged")
    func damaged() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "state.sqlite").path
            #expect(try await problem(path) == nil)
            let queue = try DatabaseQueue(path: path)
            try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try queue.close()
            let file = try FileHandle(forUpdating: URL(filePath: path))
            let size = try file.seekToEnd()
            for page in stride(from: UInt64(8_192), to: size, by: 4_096) {
                try file.seek(toOffset: page)
                try file.write(contentsOf: Data(repeating: 0xFF, count: 512))
            }
            try file.close()
            let found = try await problem(path)
            guard case .damaged(let detail) = found?.problem else {
                Issue.record("the damage was not seen: \(String(describing: found))")
                return
            }
            #expect(!detail.isEmpty)
        }
    }

    @Test("the state of a newer version is refused")
    func newer() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "state.sqlite").path
            #expect(try await problem(path) == nil)
            try await DatabaseQueue(path: path).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the future')")
            }
            #expect(try await problem(path)?.problem == .newer)
        }
    }

    @Test("a fresh one forgets users, bounces and sends")
    func fresh() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "state.sqlite").path
            try await withSandbox(statePath: path) { sandbox async throws in
                let answer = try await sandbox.send(to: "carl", externalSendID: "order-1")
                _ = try await sandbox.receiver.wait(for: 3, of: answer.dispatchID)
                let again = try await sandbox.send(to: "carl")
                _ = try await sandbox.receiver.wait(for: 1, of: again.dispatchID)
                #expect(sandbox.receiver.statuses(of: again.dispatchID) == ["aborted"])
            }
            #expect(try await problem(path, startsFresh: true) == nil)
            try await withSandbox(statePath: path) { sandbox async throws in
                let answer = try await sandbox.send(to: "carl", externalSendID: "order-1")
                _ = try await sandbox.receiver.wait(for: 3, of: answer.dispatchID)
                #expect(sandbox.receiver.statuses(of: answer.dispatchID) == ["sent", "processed", "bounced"])
            }
        }
    }

    @Test("a port that is taken is told as such")
    func taken() async throws {
        try await withSandbox { sandbox async throws in
            let port = try #require(sandbox.baseURL.split(separator: ":").last.flatMap { Int($0) })
            let second = try Sandbox(
                configuration: .fast,
                port: port,
                statePath: nil,
                postbackURLs: [],
                logger: quietLogger
            )
            let expected = SandboxAddressError(host: "127.0.0.1", port: port, obstacle: .taken)
            await #expect(throws: expected) { try await second.run() }
        }
    }
}
