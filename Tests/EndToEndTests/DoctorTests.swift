import Foundation
import SendtopCore
import TestSupport
import Testing

@testable import sendtop

extension EndToEnd {
    @Suite("doctor looks at everything and says what to do")
    struct DoctorTests {
        private func doctor(_ workspace: Workspace, _ arguments: [String] = []) throws -> (Tool, [JSONObject]) {
            let tool = try Tool.run(
                Binary.path,
                ["doctor", "--format", "ndjson"] + arguments,
                environment: workspace.environment
            )
            return (tool, try tool.output.split(separator: "\n").compactMap { try JSON(text: String($0)).object })
        }

        private func sentences(_ rows: [JSONObject], _ check: String, _ verdict: String) -> [String] {
            rows.filter { $0["check"]?.string == check && $0["verdict"]?.string == verdict }
                .compactMap { $0["sentence"]?.string }
        }

        @Test("all is sound beside a sandbox and a listener, and neither mail nor event comes of it")
        func sound() throws {
            let service = try LocalService()
            let listener = try service.listen()
            let ledger = service.workspace.path(".local/state/sendtop/sandbox.sqlite")
            let before = try Tool.sendtop("ledger", "info", "--format", "json", in: service.workspace).output
            let (tool, rows) = try doctor(service.workspace, ["--listen", "127.0.0.1:\(service.postbacks.port)"])
            #expect(tool.errors.isEmpty)
            #expect(rows.allSatisfy { $0["verdict"]?.string != "fault" }, "\(tool.output)")
            #expect(tool.status == 0)
            #expect(
                sentences(rows, "key", "ok")
                    == ["The service takes the API key; a send that cannot mail was refused as it should be."]
            )
            #expect(
                sentences(rows, "listener", "ok")
                    == ["http://127.0.0.1:\(service.postbacks.port)/postback is up, and takes postbacks in."]
            )
            #expect(
                sentences(rows, "port", "ok").first?.hasSuffix("is taken by process \(listener.pid) (sendtop).") == true
            )
            #expect(sentences(rows, "ledger", "ok").contains("Postbacks are taken in by process \(listener.pid)."))
            #expect(
                sentences(rows, "ledger", "ok").first?.hasPrefix("\(ledger) holds 0 events and 0 sends in ") == true
            )
            let after = try Tool.sendtop("ledger", "info", "--format", "json", in: service.workspace).output
            #expect(try JSON(text: before).object?["last_seq"] == JSON(text: after).object?["last_seq"])
            let mail = try JSON(text: service.endpoint.get("/sandbox/messages").text).object?["messages"]
            #expect(mail?.array?.isEmpty == true)
        }

        @Test("a key that the service refuses is a fault, and is not repeated")
        func key() throws {
            let service = try LocalService()
            try "wrong-key-wrong-key\n".write(
                toFile: service.workspace.path("key"),
                atomically: true,
                encoding: .utf8
            )
            let (tool, rows) = try doctor(service.workspace)
            #expect(tool.status == 2)
            #expect(sentences(rows, "key", "fault").first?.hasPrefix("The service refuses the API key (401") == true)
            #expect(!tool.output.contains("wrong-key"))
        }

        @Test("with nothing there and no network it ends soon, and says what is missing")
        func alone() throws {
            let workspace = try Workspace()
            try workspace.configure(
                "profile: staging\nprofiles: {staging: {endpoint: 'http://127.0.0.1:1', api_key_command: sleep 60}}\n"
            )
            let start = Date()
            let (tool, rows) = try doctor(workspace, ["--listen", "127.0.0.1:\(Connection.freePort())"])
            #expect(Date().timeIntervalSince(start) < 50)
            #expect(tool.status == 2)
            #expect(
                sentences(rows, "endpoint", "fault")
                    == ["Nothing listens at http://127.0.0.1:1; start the service, or name another endpoint."]
            )
            #expect(sentences(rows, "key", "fault") == ["The command for the API key does not end."])
            #expect(sentences(rows, "ledger", "ok").first?.hasPrefix("There is none at ") == true)
            #expect(!FileManager.default.fileExists(atPath: workspace.path(".local")))
        }

        @Test("a port that another program has is a fault that names it; a weak token and an open file are warned of")
        func intake() throws {
            let workspace = try Workspace()
            let other = try LocalService()
            let taken = try other.endpoint.port
            try "aaaaaaaaaaaaaaaaaaaa\n".write(toFile: workspace.path("token"), atomically: true, encoding: .utf8)
            chmod(workspace.path("token"), 0o644)
            let (tool, rows) = try doctor(
                workspace,
                ["--listen", "127.0.0.1:\(taken)", "--token-file", workspace.path("token")]
            )
            #expect(tool.status == 2)
            #expect(sentences(rows, "port", "fault").first?.contains("has this port; stop it") == true)
            #expect(
                sentences(rows, "token", "warning") == [
                    "A secret of the listener is short, or simple.",
                    "Others on this machine can read \(workspace.path("token")).",
                ]
            )
            #expect(!tool.output.contains("aaaaaaaa"))
        }

        @Test("an endpoint that knows no such path is a fault, also where it says so in the service's form")
        func path() async throws {
            try await StubService.run(answering: answer("404 Not Found", #"{"message":"Not Found"}"#)) { _, port in
                let workspace = try Workspace()
                try "some-key\n".write(toFile: workspace.path("key"), atomically: true, encoding: .utf8)
                try workspace.configure(stub: port, "    api_key_file: \(workspace.path("key"))")
                let (tool, rows) = try doctor(workspace, ["--listen", "127.0.0.1:\(Connection.freePort())"])
                #expect(tool.status == 2)
                #expect(
                    sentences(rows, "endpoint", "fault") == ["http://127.0.0.1:\(port) answered 404: Not Found."]
                )
            }
        }

        @Test("a listener of ours that is not ready is no stranger, and its reason is told")
        func unready() async throws {
            let reason = "The ledger does not take postbacks."
            try await StubService.run(script: { number in
                [
                    .send(
                        number == 0
                            ? answer("503 Service Unavailable", "{\"message\":\"\(reason)\"}")
                            : answer("200 OK", "ok", type: "text/plain")
                    )
                ]
            }) { _, port in
                let (tool, rows) = try doctor(Workspace(), ["--listen", "127.0.0.1:\(port)"])
                #expect(tool.status == 2)
                #expect(
                    sentences(rows, "listener", "fault")
                        == ["http://127.0.0.1:\(port)/postback is sendtop's own, and not ready: \(reason)"]
                )
                #expect(sentences(rows, "port", "fault").isEmpty)
            }
        }

        @Test("a wrong configuration and a damaged ledger are faults")
        func damage() throws {
            let workspace = try Workspace()
            try "no ledger".write(toFile: workspace.path("l.sqlite"), atomically: true, encoding: .utf8)
            let (tool, rows) = try doctor(workspace, ["--ledger", workspace.path("l.sqlite")])
            #expect(tool.status == 2)
            #expect(
                sentences(rows, "ledger", "fault").first?.hasPrefix("\(workspace.path("l.sqlite")) is not a ledger")
                    == true
            )
            try workspace.configure("them: dark\n")
            let (wrong, faults) = try doctor(workspace)
            #expect(wrong.status == 2)
            #expect(
                sentences(faults, "configuration", "fault").first?.contains(":1:1: the key \"them\" is unknown") == true
            )
            #expect(sentences(faults, "clock", "ok").count == 1)
        }

        @Test("as text, each line has a shape and a word, and no colour in a pipe")
        func text() throws {
            let tool = try Tool.sendtop("doctor", in: Workspace())
            for line in tool.output.split(separator: "\n") {
                #expect(["✓ ok", "▲ warning", "✗ fault"].contains { line.hasPrefix($0) }, "\(line)")
            }
            #expect(!tool.output.contains("\u{1B}"))
        }
    }
}
