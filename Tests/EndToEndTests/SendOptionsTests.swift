import Foundation
import SendtopCore
import TestSupport
import Testing

extension EndToEnd {
    @Suite("what sendtop send reads and prints")
    struct SendOptionsTests {
        private let dry = "send --campaign order-confirmation --to ada --dry-run --format json"

        private func request(_ run: Tool) throws -> JSONObject {
            #expect(run.status == 0, "\(run.errors)")
            return try #require(try JSON(text: run.output).object)
        }

        @Test("a dry run as JSON is one object: method, URL, headers without the key, body, curl line")
        func dryRun() throws {
            let run = try Tool.run(
                Binary.path,
                dry.split(separator: " ").map(String.init),
                environment: Workspace().environment
            )
            let object = try request(run)
            let url = "http://127.0.0.1:7364/transactional/v1/campaigns/417220e4-5a2a-b634-7f7d-9ec891532368/send"
            #expect(object["method"] == "POST" && object["url"]?.string == url)
            #expect(object["headers"]?.object?["Authorization"] == "Bearer [redacted]")
            #expect(try object["body"] == JSON(text: #"{"recipient":{"external_user_id":"ada"}}"#))
            #expect(object["curl"]?.string?.hasPrefix("curl ") == true)
            #expect(!run.output.contains("sandbox-key"))
        }

        @Test("a file may be a pipe", arguments: ["echo '{\"a\":1}' | SEND @/dev/stdin", "SEND @<(echo '{\"a\":1}')"])
        func pipe(command: String) throws {
            let send = "'\(try Binary.path)' \(dry) --properties"
            let run = try Tool.run(
                "/bin/bash",
                ["-c", command.replacing("SEND", with: send)],
                environment: Workspace().environment
            )
            #expect(try request(run)["body"]?.object?["trigger_properties"] == JSON(text: #"{"a":1}"#))
        }

        @Test(
            "a send that cannot be recorded is printed, and a failure only where it was to be followed",
            arguments: [("", 0), ("--expect accepted", 1)] as [(String, Int32)]
        )
        func unrecorded(expectation: String, code: Int32) async throws {
            try await StubService.run(answering: answer("201 Created", #"{"dispatch_id":"d-1"}"#)) { _, port in
                let workspace = try Workspace()
                try workspace.configure(stub: port)
                #expect(try Tool.sendtop("replay", "-", in: workspace, input: #"{"dispatch_id":"a"}"#).status == 0)
                // The limit is for this process and its files alone; the shell's unit is 1024 bytes.
                let pad = "$(head -c 45000 /dev/zero | tr '\\0' x)"
                let send = "send --campaign 417220e4-5a2a-b634-7f7d-9ec891532368 --to ada --property pad=\(pad)"
                let run = try Tool.run(
                    "/bin/bash",
                    ["-c", "ulimit -S -f 40; exec '\(Binary.path)' \(send) --format json \(expectation)"],
                    environment: workspace.environment.merging(["SENDTOP_API_KEY": "some-key"]) { $1 }
                )
                #expect(run.status == code, "\(run.output)\(run.errors)")
                let object = try #require(try JSON(text: run.output).object)
                #expect(object["outcome"] == "accepted" && object["dispatch_id"] == "d-1")
                #expect(run.errors.hasPrefix("sendtop: The send went out, but it is not in the ledger: "))
                #expect(!run.errors.contains("..") && run.errors.contains("cannot be followed") == (code == 1))
            }
        }
    }
}
