import Foundation
import SendtopCore
import TestSupport
import Testing

extension EndToEnd {
    @Suite("the ledger's commands")
    struct LedgerCommandTests {
        @Test("info, check, backup and prune work beside a listener; compact asks to stop it first")
        func beside() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            for body in PagePostbacks.bytes { #expect(try client.post("/postback", body).status == 200) }
            try eventually("the send") {
                try object("ledger", "info", "--format", "json", in: workspace)["sends"] == 1 ? true : nil
            }
            let info = try object("ledger", "info", "--format", "json", in: workspace)
            #expect(info["events"] == 5 && info["owner"] == .number(JSONNumber(listener.pid)))
            let check = try object("ledger", "check", "--format", "json", in: workspace)
            #expect(check["ok"] == true && check["events"] == 5 && check["findings"] == [])

            let copy = workspace.path("copy.sqlite")
            #expect(try Tool.sendtop("ledger", "backup", copy, in: workspace).status == 0)
            #expect(try Tool.sendtop("ledger", "backup", copy, in: workspace).status == 1)
            let events = try Tool.sendtop("export", "events", in: workspace).output
            #expect(try Tool.sendtop("export", "events", "--ledger", copy, in: workspace).output == events)

            #expect(try Tool.sendtop("ledger", "prune", in: workspace).status == 64)
            let prune = try Tool.sendtop("ledger", "prune", "--retention-days", "0.0000001", in: workspace)
            #expect(prune.output == "Taken out: 4 events, 0 sends.\n", "\(prune.errors)")
            #expect(
                try Tool.sendtop("ledger", "rebuild", in: workspace).output == "Made anew: 1 send from 1 event.\n"
            )
            #expect(try Tool.sendtop("ledger", "check", in: workspace).output == "Sound: 1 event, 1 send.\n")
            let compact = try Tool.sendtop("ledger", "compact", in: workspace)
            #expect(compact.status == 1 && compact.errors.contains("process \(listener.pid)"))
            #expect(try client.post("/postback", PagePostbacks.delivered("after")).status == 200)
            try listener.end(SIGTERM)
            #expect(try Tool.sendtop("ledger", "compact", in: workspace).status == 0)
            #expect(try Tool.sendtop("ledger", "check", in: workspace).output == "Sound: 2 events, 2 sends.\n")
        }

        @Test("a listener prunes by itself what its configuration does not keep")
        func retention() throws {
            let workspace = try Workspace()
            let recording = workspace.path("old.ndjson")
            let old = #"{"at":"2020-01-01T00:00:00.000Z","kind":"postback","body":"{\"dispatch_id\":\"old\"}"}"#
            try (old + "\n" + old + "\n").write(toFile: recording, atomically: true, encoding: .utf8)
            #expect(try Tool.sendtop("replay", recording, in: workspace).status == 0)
            let listener = try Background(
                ["listen", "--listen", "127.0.0.1:0", "--retention-days", "30"],
                in: workspace,
                name: "listen"
            )
            try eventually("the pruning", last: { listener.said }) {
                try object("ledger", "info", "--format", "json", in: workspace)["first_seq"] == 2 ? true : nil
            }
            #expect(try listener.end(SIGTERM) == 0)
        }

        @Test("what is no number of days or bytes is refused with its place")
        func badRetention() throws {
            let workspace = try Workspace()
            let run = try Tool.sendtop("listen", "--retention-size", "much", in: workspace)
            #expect(run.status == 64)
            #expect(run.errors.contains("--retention-size: retention_size is \"much\""))
        }

        @Test("a disk that is full is answered 503; when there is room it goes on, and nothing answered 200 is lost")
        func full() throws {
            let workspace = try Workspace()
            // The limit is for this process and its files alone; the shell's unit is 1024 bytes.
            let shell = try Shell("ulimit -S -f 1200; exec '\(Binary.path)' listen --listen 127.0.0.1:0", in: workspace)
            let client = WebClient(port: try shell.port())
            let pad = String(repeating: "x", count: 30_000)
            var answered: Set<String> = []
            var status = 200
            for number in 0..<200 where status == 200 {
                status = try client.post("/postback", PagePostbacks.bounce("d\(number)", reason: pad)).status
                if status == 200 { answered.insert("d\(number)") }
            }
            #expect(status == 503)
            #expect(answered.count > 2)
            let room = try Tool.run(
                "/usr/bin/env",
                ["prlimit", "--pid", "\(shell.pid)", "--fsize=unlimited:unlimited"],
                environment: workspace.environment
            )
            #expect(room.status == 0, "\(room.errors)")
            #expect(try client.post("/postback", PagePostbacks.delivered("room")).status == 200)
            answered.insert("room")
            #expect(try shell.end(SIGTERM) == 0)
            let kept = try Tool.sendtop("export", "events", in: workspace).output.split(separator: "\n").compactMap {
                try JSON(text: String($0)).object?["dispatch_id"]?.string
            }
            #expect(Set(kept) == answered)
        }

        private func object(_ arguments: String..., in workspace: Workspace) throws -> JSONObject {
            let run = try Tool.run(Binary.path, arguments, environment: workspace.environment)
            #expect(run.status == 0, "\(run.errors)")
            return try #require(JSON(text: run.output).object)
        }
    }
}
