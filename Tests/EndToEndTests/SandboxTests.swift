import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("the sandbox")
    struct SandboxTests {
        private static let sends = 10_000

        @Test("a request that comes drop by drop does not keep the sandbox from its end")
        func drip() throws {
            let workspace = try Workspace()
            let sandbox = try Background(["sandbox", "--listen", "127.0.0.1:0"], in: workspace, name: "sandbox")
            let connection = try Connection(port: sandbox.port(after: "url=http://127.0.0.1:"))
            let head = "POST /transactional/v1/campaigns/x/send HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n{"
            try connection.send(Array(head.utf8))
            let start = Date()
            kill(sandbox.pid, SIGTERM)
            try eventually("the end", last: { sandbox.said }) {
                // It may have been cut off already.
                try? connection.send(Array(" ".utf8))
                return sandbox.hasEnded ? true : nil
            }
            #expect(Date().timeIntervalSince(start) < 25)
        }

        @Test(
            "others that can reach it with the key that everybody knows are warned of",
            arguments: [("0.0.0.0:0", true), ("127.0.0.1:0", false)]
        )
        func knownKey(address: String, isWarned: Bool) throws {
            let workspace = try Workspace()
            let sandbox = try Background(["sandbox", "--listen", address], in: workspace, name: "sandbox")
            try sandbox.waits(for: "playing the service")
            #expect(sandbox.said.contains("a key that everybody knows") == isWarned)
        }

        @Test("every one of 10,000 accepted sends has all its postbacks in the ledger, after two kill -9")
        func killed() throws {
            let workspace = try Workspace()
            let folder = workspace.path(".config/sendtop")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try "sandbox: {time_factor: 0.2}".write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let url = "http://127.0.0.1:\(try listener.port())/postback"
            let port = try Connection.freePort()
            func start(_ name: String) throws -> Background {
                try Background(
                    ["sandbox", "--listen", "127.0.0.1:\(port)", "--postback-url", url],
                    in: workspace,
                    name: name
                )
            }
            var sandbox = try start("sandbox0")
            let senders = Senders(port: port, count: Self.sends)
            for (round, share) in [0.3, 0.7].enumerated() {
                try eventually("sends", within: 240, last: { "\(senders.count)\n" + sandbox.said }) {
                    Double(senders.count) > share * Double(Self.sends) ? true : nil
                }
                try sandbox.end(SIGKILL)
                sandbox = try start("sandbox\(round + 1)")
            }
            senders.wait()
            #expect(senders.count == Self.sends)
            let client = WebClient(port: port)
            try eventually("the last postback", within: 240, last: { sandbox.said }) {
                let status = try JSON(text: client.get("/sandbox/status").text).object
                let isDone =
                    status?["postbacks"]?.object?["sends_waiting"] == 0 && status?["sends"]?.object?["queued"] == 0
                return isDone ? true : nil
            }

            let rows = try table(Tool.sendtop("export", "sends", "--format", "csv", in: workspace))
            #expect(Set(rows.compactMap { $0["dispatch_id"] }) == Set(senders.accepted.keys))
            #expect(rows.count == Self.sends)
            let statuses = Dictionary(Senders.users) { first, _ in first }
            let accepted = senders.accepted
            let isWhole = rows.allSatisfy { row in
                let user = accepted[row["dispatch_id"] ?? ""] ?? ""
                return ["sent", "processed", "delivered", "bounced", "aborted"].allSatisfy { status in
                    (row["\(status)_at"]?.isEmpty == false) == statuses[user]?.contains(status)
                }
            }
            #expect(isWhole)
            let needed = senders.accepted.values.reduce(0) { $0 + (statuses[$1]?.count ?? 0) }
            let duplicates = rows.compactMap { $0["duplicates"].flatMap { Int($0) } }.reduce(0, +)
            let events = try Tool.sendtop("export", "events", "--format", "ndjson", in: workspace).output
            #expect(events.utf8.count { $0 == UInt8(ascii: "\n") } == needed + duplicates)
        }

        @Test("--outcomes and the README name the same addresses")
        func outcomes() throws {
            let run = try Tool.sendtop("sandbox", "--outcomes", in: Workspace())
            #expect(run.status == 0)
            let shown = run.output.split(separator: "\n").compactMap { $0.components(separatedBy: "  ").first }
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
            let readme = try String(contentsOf: file, encoding: .utf8)
            let documented = readme.split(separator: "\n").compactMap { line -> String? in
                let cell = line.split(separator: "|").first.map { $0.trimmingCharacters(in: .whitespaces) }
                guard let name = cell?.trimmingCharacters(in: ["`"]) else { return nil }
                return name.hasSuffix("@…") || name == "any other" ? name : nil
            }
            #expect(!shown.isEmpty)
            #expect(shown == documented)
        }

        @Test("a second sandbox on the same state is refused, and told who has it")
        func second() throws {
            let workspace = try Workspace()
            let first = try Background(["sandbox", "--listen", "127.0.0.1:0"], in: workspace, name: "sandbox")
            _ = try first.port(after: "url=http://127.0.0.1:")
            let second = try Tool.sendtop("sandbox", "--listen", "127.0.0.1:0", in: workspace)
            #expect(second.status == 1)
            #expect(second.errors.contains("is in use by another sandbox, process \(first.pid); stop that one first"))
            #expect(try first.end(SIGTERM) == 0)
        }

        /// The rows of a CSV text that quotes nothing, by column.
        private func table(_ run: Tool) throws -> [[String: String]] {
            #expect(run.status == 0, "\(run.errors)")
            let lines = run.output.split(whereSeparator: \.isNewline)
            let names = try #require(lines.first).split(separator: ",").map(String.init)
            return lines.dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                return Dictionary(zip(names, cells)) { first, _ in first }
            }
        }
    }
}
