import Foundation
import SendtopCore
import TestSupport
import Testing

extension EndToEnd {
    @Suite("replay")
    struct ReplayTests {
        @Test("an export that is replayed gives the same ledger: events and sends are equal, byte for byte")
        func roundTrip() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            let bodies =
                PagePostbacks.bytes + [
                    Array(#"[{"dispatch_id":"a"},7,[1],{"dispatch_id":"b","status":"sent"}]"#.utf8),
                    Array("{\"dispatch_id\":\"x\\u0000y\\\\u{1}\",\"status\":\"\\u001b\"}".utf8),
                    Array(#"{"dispatch_id":"odd-\u00e9","status":"bounced","metadata":{"reason":"a\nb"}}"#.utf8),
                ] + PagePostbacks.bytes
            for body in bodies { #expect(try client.post("/postback", body).status == 200) }
            try listener.end(SIGTERM)
            _ = try Tool.sendtop("send", "--to", "nobody", "--campaign", "none", in: workspace)

            let recording = workspace.path("events.ndjson")
            let events = try Tool.sendtop("export", "events", in: workspace).output
            try events.write(toFile: recording, atomically: true, encoding: .utf8)
            let other = workspace.path("other.sqlite")
            let replay = try Tool.sendtop("replay", recording, "--ledger", other, in: workspace)
            #expect(replay.status == 0, "\(replay.errors)")
            #expect(try Tool.sendtop("export", "events", "--ledger", other, in: workspace).output == events)
            let sends = try Tool.sendtop("export", "sends", in: workspace).output
            #expect(try Tool.sendtop("export", "sends", "--ledger", other, in: workspace).output == sends)
            #expect(sends.split(separator: "\n").count >= 5)
        }

        @Test("over HTTP the postbacks arrive at any listener")
        func http() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let port = try listener.port()
            let lines = (0..<300).map { String(decoding: PagePostbacks.delivered("r\($0)"), as: UTF8.self) }
            let replay = try Tool.sendtop(
                "replay",
                "-",
                "--to",
                "http://127.0.0.1:\(port)/postback",
                in: workspace,
                input: lines.joined(separator: "\n")
            )
            #expect(replay.status == 0)
            #expect(replay.errors.contains("Replayed: 300 events."))
            let events = try Tool.sendtop("export", "events", in: workspace).output
            #expect(events.split(separator: "\n").count == 300)
            let gone = try Tool.sendtop(
                "replay",
                "-",
                "--to",
                "http://127.0.0.1:\(Connection.freePort())/",
                in: workspace,
                input: lines[0]
            )
            #expect(gone.status == 1 && gone.errors.contains("does not answer"))
        }

        @Test("keeps the recorded pace when asked")
        func pace() throws {
            let workspace = try Workspace()
            let lines = [0, 60, 120].map { second in
                #"{"at":"2020-01-01T00:0\#(second / 60):00.000Z","kind":"postback","body":"{}"}"#
            }
            let start = Date()
            let replay = try Tool.sendtop(
                "replay",
                "-",
                "--speed",
                "100",
                in: workspace,
                input: lines.joined(separator: "\n")
            )
            #expect(replay.status == 0, "\(replay.errors)")
            #expect(Date().timeIntervalSince(start) >= 1.2)
        }

        @Test("a line that is no event ends it with file and line; what came before is in the ledger")
        func fault() throws {
            let workspace = try Workspace()
            let recording = workspace.path("bad.ndjson")
            try "{\"dispatch_id\":\"a\"}\n\n{\"dispatch_id\":\n".write(
                toFile: recording,
                atomically: true,
                encoding: .utf8
            )
            let replay = try Tool.sendtop("replay", recording, in: workspace)
            #expect(replay.status == 2)
            #expect(replay.errors.contains("bad.ndjson:3: the line is not JSON"))
            #expect(try Tool.sendtop("export", "events", in: workspace).output.contains(#""dispatch_id":"a""#))
            #expect(try Tool.sendtop("replay", workspace.path("none"), in: workspace).status == 2)
            #expect(try Tool.sendtop("replay", recording, "--speed", "0", in: workspace).status == 64)
        }
    }
}
