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
            let replay = try replayed(
                lines.joined(separator: "\n"),
                to: "http://127.0.0.1:\(port)/postback",
                in: workspace
            )
            #expect(replay.status == 0)
            #expect(replay.errors.contains("Replayed: 300 events."))
            let events = try Tool.sendtop("export", "events", in: workspace).output
            #expect(events.split(separator: "\n").count == 300)
            let gone = try replayed(lines[0], to: "http://127.0.0.1:\(Connection.freePort())/", in: workspace)
            #expect(gone.status == 1 && gone.errors.contains("Nothing listens at http://127.0.0.1:"))
        }

        @Test("what came in an array and is no object goes over HTTP as it came")
        func elements() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let port = try listener.port()
            let bodies = ["1", #""x""#, "null", "[2]", #"{"dispatch_id":"a"}"#]
            let array = Array("[\(bodies.joined(separator: ","))]".utf8)
            #expect(try WebClient(port: port).post("/postback", array).status == 200)
            let events = try Tool.sendtop("export", "events", in: workspace).output
            let replay = try replayed(events, to: "http://127.0.0.1:\(port)/postback", in: workspace)
            #expect(replay.status == 0 && replay.errors == "Replayed: 5 events.\n", "\(replay.errors)")
            let lines = try Tool.sendtop("export", "events", in: workspace).output.split(separator: "\n")
            #expect(lines.count == 10)
            let again = try lines.suffix(5).compactMap { try JSON(text: String($0)).object?["body"]?.string }
            #expect(again.sorted() == bodies.sorted())
        }

        @Test("an export of sends is no recording, and nothing of it gets into a ledger")
        func sends() throws {
            let workspace = try Workspace()
            _ = try Tool.sendtop("replay", "-", in: workspace, input: lines(1)[0])
            let sends = try Tool.sendtop("export", "sends", in: workspace).output
            let replay = try Tool.sendtop("replay", "-", in: workspace, input: sends)
            #expect(replay.status == 2)
            #expect(
                replay.errors == "sendtop: standard input:1: the line is of an export of sends; replay takes one of"
                    + " events, as sendtop export events writes it. Nothing was replayed before that.\n"
            )
            let events = try Tool.sendtop("export", "events", in: workspace).output
            #expect(events.split(separator: "\n").count == 1)
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
            #expect(
                replay.errors == "sendtop: \(recording):3:16: the line is not JSON: the text ends too early."
                    + " Replayed before that: 1 event, up to line 1. --from-line 2 goes on there.\n"
            )
            #expect(try Tool.sendtop("export", "events", in: workspace).output.contains(#""dispatch_id":"a""#))
            #expect(try Tool.sendtop("replay", workspace.path("none"), in: workspace).status == 2)
            #expect(try Tool.sendtop("replay", recording, "--speed", "0", in: workspace).status == 64)
            #expect(try Tool.sendtop("replay", recording, "--from-line", "0", in: workspace).status == 64)
        }

        @Test(
            "what is wrong with a line is said once, with its column",
            arguments: [
                ("7", "1: the line is a number, and neither an exported event nor a postback."),
                (#"{"at":"noon","body":"{}"}"#, #"1: "at" must be a moment in ISO 8601."#),
                (#"{"a": nope}"#, "1:7: the line is not JSON: expected a value."),
                ("\t\n  \t\r\n7", "3: the line is a number, and neither an exported event nor a postback."),
            ]
        )
        func sentences(_ line: String, _ sentence: String) throws {
            let replay = try Tool.sendtop("replay", "-", in: Workspace(), input: line)
            #expect(replay.status == 2)
            #expect(replay.errors == "sendtop: standard input:\(sentence) Nothing was replayed before that.\n")
        }

        /// Replays what comes on standard input to a listener.
        private func replayed(_ input: String, to url: String, in workspace: Workspace) throws -> Tool {
            try Tool.sendtop("replay", "-", "--to", url, in: workspace, input: input)
        }

        private func lines(_ count: Int) -> [String] {
            (1...count).map { String(decoding: PagePostbacks.delivered("r\($0)"), as: UTF8.self) }
        }

        @Test("one that ended early goes on with the line that it names, and nothing is there twice")
        func goingOn() throws {
            let workspace = try Workspace()
            let recording = workspace.path("r.ndjson")
            var lines = lines(9)
            let sound = lines[4]
            lines[4] = "{"
            try lines.joined(separator: "\n").write(toFile: recording, atomically: true, encoding: .utf8)
            let first = try Tool.sendtop("replay", recording, in: workspace)
            #expect(first.errors.hasSuffix("4 events, up to line 4. --from-line 5 goes on there.\n"), "\(first.errors)")
            lines[4] = sound
            try lines.joined(separator: "\n").write(toFile: recording, atomically: true, encoding: .utf8)
            let second = try Tool.sendtop("replay", recording, "--from-line", "5", in: workspace)
            #expect(second.status == 0 && second.errors == "Replayed: 5 events.\n")
            let events = try Tool.sendtop("export", "events", in: workspace).output.split(separator: "\n")
            #expect(events.count == 9)
        }

        @Test("a live pipe is not held back, and one that a signal ends says how far it came")
        func pipe() throws {
            let workspace = try Workspace()
            var ends: [Int32] = [0, 0]
            #expect(Foundation.pipe(&ends) == 0)
            let errors = workspace.path("errors")
            let output = open(errors, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            let child = try Child(
                Binary.path,
                ["replay", "-", "--speed", "1"],
                environment: workspace.environment,
                descriptors: [ends[0], output, output]
            )
            close(ends[0])
            close(output)
            defer { close(ends[1]) }
            let line = Array((lines(1)[0] + "\n" + lines(2)[1] + "\n" + #"{"dispatch_id":"#).utf8)
            #expect(write(ends[1], line, line.count) == line.count)
            try eventually("the events of the pipe") {
                try Tool.sendtop("export", "events", in: workspace).output.split(separator: "\n").count == 2
                    ? true : nil
            }
            kill(child.pid, SIGINT)
            #expect(child.wait() == 1)
            #expect(
                try String(contentsOfFile: errors, encoding: .utf8)
                    == "sendtop: The replay was ended before the end of standard input."
                    + " Replayed before that: 2 events, up to line 2. --from-line 3 goes on there.\n"
            )
        }

        @Test(
            "a listener that takes no more is said in a sentence, with the line and how far it came",
            arguments: [
                (answer("401 Unauthorized", ""), "URL answered 401 to line "),
                (answer("302 Found", "", headers: "Location: http://127.0.0.1:1/\r\n"), "URL answered 302 to line "),
                (nil, "URL closed the connection without an answer."),
            ]
        )
        func refused(_ refusal: String?, _ sentence: String) async throws {
            let lines = lines(100)
            try await StubService.run(script: { number in
                number < 10 ? [.send(answer("200 OK", ""))] : refusal.map { [.send($0)] } ?? [.close]
            }) { _, port in
                let url = "http://127.0.0.1:\(port)/postback"
                let replay = try replayed(lines.joined(separator: "\n"), to: url, in: Workspace())
                #expect(replay.status == 1)
                let expected = sentence.replacing("URL", with: url)
                #expect(replay.errors.hasPrefix("sendtop: " + expected), "\(replay.errors)")
                #expect(replay.errors.contains(" Replayed before that: 10 events, up to line "), "\(replay.errors)")
            }
        }

        @Test(
            "what is no URL of a listener is wrong usage",
            arguments: ["http://", "http:///postback", "127.0.0.1:7363"]
        )
        func url(_ text: String) throws {
            let run = try Tool.sendtop("replay", "-", "--to", text, in: Workspace())
            #expect(run.status == 64 && run.errors.contains("--to must be a URL such as"), "\(run.errors)")
        }
    }
}
