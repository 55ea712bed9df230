import Foundation
import SendtopCore
import Testing

@testable import sendtop

extension EndToEnd {
    @Suite("config says every value and where it came from")
    struct ConfigTests {
        private let workspace: Workspace

        init() throws {
            workspace = try Workspace()
        }

        /// Two values of every option, so that a new one cannot be forgotten here.
        private func values(of key: OptionKey) -> [String] {
            switch key {
            case .profile: ["sandbox", "staging"]
            case .ledger: ["/tmp/one.sqlite", "/tmp/two.sqlite"]
            case .listen: ["127.0.0.1:7001", "127.0.0.1:7002"]
            case .theme: ["dark", "light"]
            case .keys: ["/tmp/one.yaml", "/tmp/two.yaml"]
            case .readOnly, .plain, .insecure, .mask, .mouse: ["true", "false"]
            case .fields: ["time,status", "send,reason"]
            case .maskProperties: ["iban", "street"]
            case .logFile: ["/tmp/one.log", "/tmp/two.log"]
            case .logFormat: ["json", "text"]
            case .retentionDays, .retentionSendDays: ["30", "60"]
            case .retentionSize: ["10GB", "20GB"]
            case .allow, .proxies: ["192.0.2.0/24", "198.51.100.7"]
            case .tokenFile, .basicAuthFile, .tlsCertificate, .tlsKey: ["/etc/one", "/etc/two"]
            case .tokenCommand, .basicAuthCommand: ["pass one", "pass two"]
            case .maxConnections, .maxConnectionsPerAddress: ["100", "200"]
            case .requestTimeout, .idleTimeout: ["5s", "500ms"]
            }
        }

        private func isFlagOnly(_ key: OptionKey) -> Bool {
            [.readOnly, .plain, .insecure, .mask, .mouse].contains(key)
        }

        private func file(_ choice: Int, _ keys: [OptionKey]) -> String {
            keys.map { "\($0.rawValue): \(values(of: $0)[choice])\n" }.joined()
                + "profiles: {staging: {endpoint: us-01}}\n"
        }

        private func variables(_ choice: Int, _ keys: [OptionKey]) -> [String: String] {
            Dictionary(uniqueKeysWithValues: keys.map { ($0.environmentVariable, values(of: $0)[choice]) })
        }

        private func flags(_ keys: [OptionKey]) -> [String] {
            keys.flatMap { isFlagOnly($0) ? [$0.flag] : [$0.flag, values(of: $0)[0]] }
        }

        private func config(_ arguments: [String], _ variables: [String: String] = [:]) throws -> [String: JSONObject] {
            let tool = try Tool.run(
                Binary.path,
                ["config", "--format", "json"] + arguments,
                environment: workspace.environment.merging(variables) { $1 }
            )
            #expect(tool.errors.isEmpty)
            #expect(tool.status == 0)
            let options = try JSON(text: tool.output).object?["options"]?.array ?? []
            return Dictionary(
                uniqueKeysWithValues: options.compactMap(\.object).map { ($0["key"]?.string ?? "", $0) }
            )
        }

        private func expect(
            _ options: [String: JSONObject],
            _ source: String,
            choice: Int,
            _ keys: [OptionKey],
            place: (OptionKey) -> String?
        ) {
            for key in keys {
                let option = options[key.rawValue]
                #expect(option?["source"]?.string == source, "\(key)")
                #expect(option?["value"]?.string == values(of: key)[choice], "\(key)")
                #expect(option?["place"]?.string == place(key), "\(key)")
            }
        }

        @Test(
            "every option has a flag, a variable and a key; a flag beats the variable, a variable beats the key",
            // A secret has one place.
            arguments: [[.tokenCommand, .basicAuthCommand], [.tokenFile, .basicAuthFile]] as [[OptionKey]]
        )
        func roads(without absent: [OptionKey]) throws {
            let keys = OptionKey.allCases.filter { !absent.contains($0) }
            try workspace.configure(file(1, keys))
            let path = workspace.path(".config/sendtop/config.yaml")
            try expect(config([]), "file", choice: 1, keys) { key in
                let line = (keys.firstIndex(of: key) ?? 0) + 1
                return "\(path):\(line):\(key.rawValue.count + 3)"
            }
            let (first, second) = (variables(0, keys), variables(1, keys))
            try expect(config([], first), "environment", choice: 0, keys, place: { $0.environmentVariable })
            try expect(config(flags(keys), second), "flag", choice: 0, keys, place: { $0.flag })
            try workspace.configure("")
            try expect(config(flags(keys)), "flag", choice: 0, keys, place: { $0.flag })
        }

        @Test("without anything given, every option is a default")
        func defaults() throws {
            for (_, option) in try config([]) { #expect(option["source"]?.string == "default") }
        }

        @Test("the flags of every command are in the table, or say what that one command is to do")
        func table() throws {
            let ofCommands: Set<String> = [
                "--help", "--version", "--config", "--format", "--campaign", "--to", "--alias", "--attribute",
                "--attributes", "--property", "--properties", "--external-send-id", "--dry-run", "--expect", "--within",
                "--yes", "--state", "--postback-url", "--fresh", "--outcomes", "--example", "--filter", "--size",
                "--output", "--speed", "--from-line", "--at", "--no-mask", "--no-mouse", "--columns",
            ]
            let known = ofCommands.union(OptionKey.allCases.map(\.flag)).union(SandboxKey.allCases.map(\.flag))
            let dump = try JSON(text: Tool.sendtop("--experimental-dump-help", in: workspace).output)
            func check(_ command: CommandDescription) {
                for name in command.arguments.flatMap(\.names) where name.hasPrefix("--") {
                    #expect(known.contains(name), "\(command.name) \(name)")
                }
                command.subcommands.forEach(check)
            }
            check(CommandDescription(try #require(dump.object?["command"]?.object)))
        }

        @Test("the sandbox's options have a flag, a variable and a key, too, and a fault says which one it was")
        func sandbox() throws {
            try workspace.configure("sandbox:\n  seed: 3\n  strict: false\n")
            var options = try config([])
            #expect(options["sandbox.seed"]?["value"] == "3")
            #expect(options["sandbox.seed"]?["source"] == "file")
            options = try config([], ["SENDTOP_SANDBOX_SEED": "4", "SENDTOP_SANDBOX_STRICT": "true"])
            #expect(options["sandbox.seed"]?["value"] == "4")
            #expect(options["sandbox.seed"]?["place"] == "SENDTOP_SANDBOX_SEED")
            #expect(options["sandbox.strict"]?["value"] == "true")
            for key in SandboxKey.allCases where ![.strict, .alwaysRefuseDuplicates].contains(key) {
                let run = try Tool.sendtop("sandbox", key.flag, "nothing", in: workspace)
                #expect(run.status == 64)
                #expect(run.errors.hasPrefix("sendtop: \(key.flag): \(key.rawValue) is \"nothing\"; it must be a "))
                let variable = try Tool.run(
                    Binary.path,
                    ["sandbox"],
                    environment: workspace.environment.merging([key.environmentVariable: "nothing"]) { $1 }
                )
                #expect(variable.status == 78)
                #expect(variable.errors.hasPrefix("sendtop: environment variable \(key.environmentVariable): "))
            }
        }

        @Test("of a secret it says where it comes from, and nothing else")
        func secrets() throws {
            let secret = "5ecret-5ecret-5ecret"
            try secret.write(toFile: workspace.path("key"), atomically: true, encoding: .utf8)
            try workspace.configure(
                """
                profile: staging
                token_command: cat \(workspace.path("key"))
                profiles:
                  staging:
                    endpoint: https://rest.example.com
                    api_key_file: \(workspace.path("key"))
                sandbox:
                  keys: [{key: \(secret), permissions: [transactional.send]}]
                  postback_urls: ["http://127.0.0.1:1/postback/\(secret)"]
                """
            )
            let tool = try Tool.run(
                Binary.path,
                ["config"],
                environment: workspace.environment.merging(["SENDTOP_BASIC_AUTH": "me:\(secret)"]) { $1 }
            )
            #expect(tool.status == 0)
            #expect(!tool.output.contains(secret))
            func line(_ key: String) -> [Substring] {
                tool.output.split(separator: "\n").first { $0.hasPrefix("\(key) ") }?
                    .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true) ?? []
            }
            #expect(line("basic_auth").dropFirst().joined(separator: " ").hasSuffix("environment: SENDTOP_BASIC_AUTH"))
            #expect(line("token").dropFirst().joined(separator: " ").hasSuffix("command: cat \(workspace.path("key"))"))
            #expect(line("profiles.staging.api_key").last?.hasSuffix(workspace.path("key")) == true)
        }

        @Test("a ~ is the home folder in every value that names a file")
        func home() throws {
            let keys: [OptionKey] = [.ledger, .logFile, .theme, .keys, .tlsCertificate, .tlsKey]
            try workspace.configure(
                keys.map { "\($0.rawValue): ~/files/\($0.rawValue)\n" }.joined() + "sandbox: {state: ~/files/state}\n"
                    + "profile: staging\nprofiles: {staging: {endpoint: us-01, ca_file: ~/files/ca}}\n"
            )
            var options = try config([])
            for key in keys {
                #expect(options[key.rawValue]?["value"]?.string == workspace.path("files/\(key.rawValue)"))
            }
            #expect(options["sandbox.state"]?["value"]?.string == workspace.path("files/state"))
            #expect(options["profiles.staging.ca_file"]?["value"]?.string == workspace.path("files/ca"))
            options = try config(["--ledger=~/l.sqlite"])
            #expect(options["ledger"]?["value"]?.string == workspace.path("l.sqlite"))
        }

        @Test("a path that is empty is refused, not taken for a name")
        func emptyPath() throws {
            let flag = try Tool.sendtop("export", "sends", "--ledger", "", in: workspace)
            #expect(flag.status == 64)
            #expect(flag.errors == "sendtop: --ledger: ledger is \"\"; it must be the path of a file.\n")
            try workspace.configure("ledger: ''\n")
            let file = try Tool.sendtop("config", in: workspace)
            #expect(file.status == 78)
            #expect(file.errors.hasSuffix("config.yaml:1:9: ledger is \"\"; it must be the path of a file.\n"))
        }

        @Test("a default that holds is shown, and the flag that was typed")
        func effective() throws {
            var options = try config([])
            #expect(options["profiles.sandbox.timeout"]?["value"] == "30s")
            #expect(options["profiles.sandbox.connect_timeout"]?["value"] == "5s")
            #expect(options["sandbox.postback_urls"]?["value"] == "http://127.0.0.1:7363/postback")
            let state = options["sandbox.state"]?["value"]?.string
            #expect(state == workspace.path(".local/state/sendtop/sandbox-state.sqlite"))
            options = try config(["--no-mouse", "--no-mask", "--plain"])
            #expect(options["mouse"]?["place"] == "--no-mouse" && options["mask"]?["place"] == "--no-mask")
            #expect(options["plain"]?["place"] == "--plain")
        }

        @Test("fields may be a list in the file, as networks may")
        func lists() throws {
            try workspace.configure("fields: [time, status]\nallow: [192.0.2.1]\n")
            let options = try config([])
            #expect(options["fields"]?["value"] == "time,status" && options["allow"]?["value"] == "192.0.2.1")
            try workspace.configure("fields: [time, colour]\n")
            let wrong = try Tool.sendtop("config", in: workspace)
            #expect(wrong.errors.contains("config.yaml:1:16: fields is \"colour\"; it must be names"))
        }

        @Test(
            "a wrong value of a flag is wrong usage, not a wrong configuration",
            arguments: [
                ["listen", "--retention-days", "0"], ["watch", "--plain", "--fields", "colour"],
                ["config", "--listen", "x"],
                ["send", "--campaign", "c", "--to", "ada", "--profile", "nope"],
                ["snapshot", "-o", "-", "--theme", "nope"],
            ]
        )
        func usage(_ arguments: [String]) throws {
            _ = try Tool.sendtop("replay", "-", in: workspace)
            let run = try Tool.run(Binary.path, arguments, environment: workspace.environment)
            #expect(run.status == 64 && run.errors.hasPrefix("sendtop: "), "\(run.errors)")
        }

        @Test("a profile that is not there, and an endpoint that is none, are faults with line and column")
        func profile() throws {
            let path = workspace.path(".config/sendtop/config.yaml")
            try workspace.configure("theme: dark\nprofile: stagign\nprofiles: {staging: {endpoint: us-01}}\n")
            let missing = try Tool.sendtop("config", in: workspace)
            #expect(missing.status == 78)
            #expect(
                missing.errors == "sendtop: \(path):2:10: there is no profile \"stagign\"; known: sandbox, staging."
                    + " Add it under profiles: in the configuration file.\n"
            )
            try workspace.configure("profile: staging\nprofiles:\n  staging:\n    endpoint: xx-99\n")
            let endpoint = try Tool.sendtop("config", in: workspace)
            #expect(endpoint.status == 78)
            #expect(endpoint.errors.hasPrefix("sendtop: \(path):4:15: \"xx-99\" is no endpoint; give an instance"))
        }

        @Test("a wrong configuration ends with 78, and the sentence says line and column")
        func faults() throws {
            try workspace.configure("theme: dark\nlisten: here\n")
            let tool = try Tool.sendtop("config", in: workspace)
            #expect(tool.status == 78)
            let path = workspace.path(".config/sendtop/config.yaml")
            #expect(
                tool.errors
                    == "sendtop: \(path):2:9: listen is \"here\"; it must be HOST:PORT, such as 127.0.0.1:7363.\n"
            )
        }
    }
}
