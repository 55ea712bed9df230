import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("sendtop send")
    struct SendTests {
        @Test(
            "without any configuration names campaigns as the sandbox does, and prints the request instead of sending it"
        )
        func dryRun() throws {
            let workspace = try Workspace()
            let run = try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                "ada",
                "--property",
                "order_id=88121",
                "--property",
                "name=Zoë",
                "--attributes",
                #"{"points":{"inc":2}}"#,
                "--external-send-id",
                "order-1",
                "--dry-run",
                in: workspace
            )
            #expect(run.status == 0, "\(run.errors)")
            let url = "http://127.0.0.1:7364/transactional/v1/campaigns/417220e4-5a2a-b634-7f7d-9ec891532368/send"
            #expect(run.output.hasPrefix("POST \(url)\n"))
            #expect(run.output.contains("Authorization: Bearer [redacted]"))
            #expect(run.output.contains("curl "))
            #expect(!run.output.contains("sandbox-key"))
            let parts = run.output.components(separatedBy: "\n\n")
            #expect(
                try JSON(text: parts[1])
                    == JSON(
                        text: """
                            {"external_send_id":"order-1","trigger_properties":{"order_id":88121,"name":"Zoë"},
                            "recipient":{"external_user_id":"ada","attributes":{"points":{"inc":2}}}}
                            """
                    )
            )
            #expect(!FileManager.default.fileExists(atPath: workspace.path(".local/state/sendtop/sandbox.sqlite")))
        }

        @Test(
            "--expect follows the send to its end",
            arguments: [
                ("ada", "delivered", 0, "delivered after"),
                ("carl", "delivered", 1, "550 5.1.1"),
                ("carl", "bounced", 0, "bounced after"),
                ("gina", "delivered", 1, "aborted"),
            ]
        )
        func expect(person: String, status: String, code: Int32, says: String) throws {
            let service = try LocalService()
            let listener = try service.listen()
            let run = try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                person,
                "--expect",
                status,
                "--within",
                "30s",
                in: service.workspace
            )
            #expect(run.status == code, "\(run.output)\(run.errors)")
            #expect(run.output.hasPrefix("Accepted as "))
            #expect((code == 0 ? run.output : run.errors).contains(says), "\(run.output)\(run.errors)")
            try listener.end(SIGTERM)
        }

        @Test("--expect gives up when the time is over, and says how far the send is")
        func tooLate() throws {
            let service = try LocalService()
            let listener = try service.listen()
            let run = try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                "jan",
                "--expect",
                "delivered",
                "--within",
                "300ms",
                in: service.workspace
            )
            #expect(run.status == 1)
            #expect(run.errors.contains("Expected delivered within 300ms, and the send is still"), "\(run.errors)")
            try listener.end(SIGTERM)
        }

        @Test("--expect issues nothing when nobody takes postbacks in")
        func nobodyListens() throws {
            let service = try LocalService()
            let run = try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                "ada",
                "--expect",
                "delivered",
                in: service.workspace
            )
            #expect(run.status == 1)
            #expect(run.errors.contains("Start sendtop watch or sendtop listen"))
            #expect(try Tool.sendtop("export", "sends", in: service.workspace).output.isEmpty)
        }

        @Test("the same external_send_id twice is one mail, and no failure")
        func twice() throws {
            let service = try LocalService()
            let listener = try service.listen()
            let arguments = [
                "send", "--campaign", "order-confirmation", "--to", "ada", "--external-send-id", "order-1",
                "--expect", "delivered",
            ]
            for _ in 0..<2 {
                let run = try Tool.run(Binary.path, arguments, environment: service.workspace.environment)
                #expect(run.status == 0, "\(run.output)\(run.errors)")
            }
            let sends = try Tool.sendtop("export", "sends", in: service.workspace).output.split(separator: "\n")
            #expect(sends.count == 1)
            try listener.end(SIGTERM)
        }

        @Test("other custom attributes for the same person within seconds are warned of")
        func race() throws {
            let service = try LocalService()
            let first = try send(points: 1, in: service)
            #expect(first.errors.isEmpty)
            let second = try send(points: 2, in: service)
            #expect(second.status == 0)
            #expect(second.errors.contains(#"Warning: "ada" was sent other custom attributes"#), "\(second.errors)")
        }

        private func send(points: Int, in service: LocalService) throws -> Tool {
            try Tool.sendtop(
                "send",
                "--campaign",
                "order-confirmation",
                "--to",
                "ada",
                "--attribute",
                "points=\(points)",
                in: service.workspace
            )
        }

        @Test(
            "what is wrong is said by field and rule, with the exit code of wrong usage",
            arguments: [
                (["--campaign", "x", "--to", "ada"], "campaign"),
                (["--campaign", "order-confirmation"], "give --to USER (an external_user_id) or --alias LABEL:NAME"),
                (["--campaign", "order-confirmation", "--to", ""], "--to is empty"),
                (
                    ["--campaign", "order-confirmation", "--to", "ada", "--external-send-id", ""],
                    "--external-send-id is"
                ),
                (["--campaign", "order-confrimation", "--to", "ada"], "aliases are: order-confirmation, "),
                (["--campaign", "order-confrimation", "--to", "ada"], "Define one under sandbox.campaigns in"),
                (["--campaign", "order-confirmation", "--to", "ada", "--within", "3s"], "give --expect STATUS"),
                (["--campaign", "order-confirmation", "--to", "ada", "--alias", "a:b"], "user_alias"),
                (["--campaign", "order-confirmation", "--to", "ada", "--properties", "{\"a\":}"], "line 1, column 6"),
                (["--campaign", "order-confirmation", "--to", "ada", "--external-send-id", "a b"], "external_send_id"),
                (["--campaign", "order-confirmation", "--to", "ada", "--property", "novalue"], "KEY=VALUE"),
            ]
        )
        func wrong(arguments: [String], says: String) throws {
            let workspace = try Workspace()
            let run = try Tool.run(Binary.path, ["send"] + arguments, environment: workspace.environment)
            #expect(run.status == 64, "\(run.output)\(run.errors)")
            #expect(run.errors.contains(says), "\(run.errors)")
        }

        @Test("a production profile asks for its name")
        func production() throws {
            let workspace = try Workspace()
            try workspace.configure(
                """
                profile: live
                profiles:
                  live:
                    endpoint: http://127.0.0.1:1
                    production: true
                """
            )
            let arguments = ["send", "--campaign", "417220e4-5a2a-b634-7f7d-9ec891532368", "--to", "ada"]
            var environment = workspace.environment
            environment["SENDTOP_API_KEY"] = "some-key"
            for (yes, code) in [([], 64), (["--yes", "y"], 64), (["--yes", "live"], 1)] as [([String], Int32)] {
                let run = try Tool.run(Binary.path, arguments + yes, environment: environment)
                #expect(run.status == code, "\(run.errors)")
                #expect(run.errors.contains(code == 64 ? "give --yes live to send" : "Nothing listens at"))
            }
        }
    }
}
