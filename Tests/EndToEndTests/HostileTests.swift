import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Text that was made to do harm, in every field that others fill: what leaves the process for the terminal is
    /// parsed, sequence by sequence.
    @Suite("hostile text in every field")
    struct HostileTests {
        private static let campaign = "417220e4-5a2a-b634-7f7d-9ec891532368"

        /// Every kind of text that terminals and people stumble over.
        private static let texts = [
            "\u{1B}[2J\u{1B}[31mred", "\u{1B}]52;c;ZXZpbA==\u{07}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P$q\"p\u{1B}\\",
            "\u{9B}31m\u{9D}0;x\u{9C}", "\r\n\t\u{08}\u{07}\u{7F}", "\u{202E}dlrow\u{2066}\u{200F}\u{061C}",
            "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{1F3FD}\u{FE0F}",
            "z\(String(repeating: "\u{0335}\u{0489}", count: 40))",
            "\u{FEFF}\u{200B}\u{2028}\u{E0041}\u{E007F}", "│┌┐└┘──▌", "%s%n%x{{x}}`id`$(id)",
            "العربية עברית ภาษาไทย 日本語",
            "\u{1B}", "\u{1B}[", "\u{85}\u{FFFC}\u{FFF9}", String(repeating: "W", count: 3_000),
        ]

        @Test("nothing but a few listed sequences leaves the monitor, on any screen, and every row keeps its place")
        func everyScreen() async throws {
            let refusal = try json(["message": HostileTests.texts.prefix(6).joined(separator: " ")])
            try await StubService.run(script: { _ in [.send(answer("400 Bad Request", refusal))] }) { _, port in
                let workspace = try workspace(endpoint: port)
                let listener = try Connection.freePort()
                for (number, text) in HostileTests.texts.enumerated() {
                    let arguments = [
                        "send", "--campaign", HostileTests.campaign, "--to", "u\(number)\(text)", "--external-send-id",
                        "e\(number)\(text)", "--property", "name=\(text)", "--attribute", "a\(text)=\(text)",
                    ]
                    let sending = try Pseudoterminal(arguments, columns: 120, rows: 36, in: workspace)
                    let bytes = try sending.readToEnd()
                    #expect(TerminalBytes.faults(in: bytes).isEmpty, "\(TerminalBytes.faults(in: bytes))")
                }
                let terminal = try Pseudoterminal(
                    ["--listen", "127.0.0.1:\(listener)"],
                    columns: 120,
                    rows: 36,
                    in: workspace
                )
                var bytes = try terminal.start()
                try eventually("the listener") { try? Connection(port: listener) }
                let client = WebClient(port: listener)
                for body in try bodies() {
                    let headers = ["Content-Type: application/json", "X-Evil: \u{E9}%1b[2J", "User-Agent: \u{201C}x"]
                    #expect(try client.post("/postback", body, headers: headers).status == 200)
                }
                _ = try? client.post("/postback/\u{1B}[2J", Array("x".utf8))
                _ = try client.post("/postback", Array("{\"\u{1B}[2J\u{9B}".utf8))
                bytes += try terminal.settle(quiet: 0.5)
                let table = try shown(bytes, in: workspace)
                #expect(table.first?.hasPrefix(" sendtop") == true)
                #expect(table.contains { $0.contains("TIME") && $0.contains("STATUS") && $0.contains("DISPATCH") })
                #expect(table[35].contains("? keys"))
                for keys in tour { bytes += try press(keys, on: terminal) }
                #expect(TerminalBytes.faults(in: bytes).isEmpty, "\(TerminalBytes.faults(in: bytes).prefix(5))")
                terminal.type("\u{0C}")
                let last = try shown(terminal.settle(quiet: 0.5), in: workspace)
                #expect(last.first?.hasPrefix(" sendtop") == true)
                #expect(last[35].contains("? keys"))
                terminal.type("q")
                _ = try terminal.readToEnd()
            }
        }

        @Test(
            "a file of the user's own says its faults in clean text",
            arguments: [
                ("config.yaml", "theme: \"\\e[2J\\x9b31m\"\n"), ("config.yaml", "\"\\e]0;x\\a\": 1\n"),
                ("config.yaml", "profile: \"\\u202Ex\\e[2J\"\n"), ("config.yaml", "theme: \u{1B}[2J\n"),
                ("config.yaml", "listen: \"\\e[2J\"\n"), ("config.yaml", "keys: \"/nowhere\\e[2J\"\n"),
                ("keys.yaml", "\"\\e[2J\": quit\n"), ("keys.yaml", "quit: \"\\e[2J\\u202E\"\n"),
                ("keys.yaml", "\"\\e]0;x\\a\": [\"\\e[2J\"]\n"),
                ("themes/dark.yaml", "name: \"\\e[2J\"\nroles: {\"\\e[31m\": 1}\n"),
                ("themes/dark.yaml", "roles:\n  text: {fg: \"\\e[2J\\u202E\"}\n"),
            ]
        )
        func files(name: String, text: String) throws {
            let workspace = try Workspace()
            let folder = workspace.path(".config/sendtop/themes")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try workspace.configure(text, file: name)
            let port = try Connection.freePort()
            let options = name == "config.yaml" ? [] : ["--listen", "127.0.0.1:\(port)"]
            let terminal = try Pseudoterminal(options, columns: 120, rows: 36, in: workspace)
            var bytes = try terminal.start()
            // A theme's fault is said in its picker; what else is wrong ends the program.
            let hasScreen = terminal.isRunning
            if hasScreen { for keys in ["T", "j", "j", "\u{1B}", "q"] { bytes += try press(keys, on: terminal) } }
            bytes += try terminal.readToEnd()
            #expect(terminal.status == (hasScreen ? 0 : 78))
            #expect(hasScreen || String(decoding: bytes, as: UTF8.self).hasPrefix("sendtop: "))
            #expect(TerminalBytes.faults(in: bytes).isEmpty, "\(TerminalBytes.faults(in: bytes).prefix(5))")
        }

        @Test(
            "what is not listed is found",
            arguments: [
                "\u{1B}]0;x\u{07}", "\u{1B}[?1049$p", "\u{1B}P1\u{1B}\\", "a\u{9B}b", "\u{202E}", "\u{07}", "\u{1B}",
                "\u{1B}[6n",
                "\u{1B}]52;c;?\u{07}", "\u{1B}c",
            ]
        )
        func detects(text: String) {
            #expect(TerminalBytes.faults(in: Array("plain\u{1B}[1;2H\u{1B}[31m\(text)".utf8)).isEmpty == false)
            #expect(TerminalBytes.faults(in: [0x61, 0xFF]) == ["bytes that are no UTF-8"])
        }

        /// Every screen and overlay, by keys.
        private var tour: [String] {
            let paste = "\u{1B}[200~\(HostileTests.texts.joined(separator: " "))\u{1B}[201~"
            let rows = Array(
                repeating: ["\u{1B}[B", "\r", "p", "j", "\u{1B}", "u", "\u{1B}", "e", "\u{1B}", "y", "\u{1B}"],
                count: 3
            )
            return rows.flatMap { $0 } + [
                "r", "j", "j", "e", "\u{1B}", "\r", "h", "+", "\u{1B}", "t", "\u{1B}", "T", "j", "j", "\u{1B}", "|",
                "\u{1B}",
                "?", "\u{1B}[6~", "\u{1B}", "/", paste, "\u{1B}", ":", paste, "\u{1B}", "c", "\t", paste, "\t", paste,
                "\t", "\u{0E}",
                "\u{1B}", "\u{16}", "\u{1B}", "\u{1B}", "\u{1B}", "#", paste, "\u{1B}", "v", "V", "*", "x", "\u{1B}",
                "\u{1B}",
            ]
        }

        private func press(_ keys: String, on terminal: Pseudoterminal) throws -> [UInt8] {
            terminal.type(keys)
            return try terminal.settle()
        }

        /// A postback for each text in each field, and for all at once.
        private func bodies() throws -> [[UInt8]] {
            var bodies: [[UInt8]] = []
            for (number, text) in HostileTests.texts.enumerated() {
                for field in [
                    "dispatch_id", "status", "campaign_api_id", "external_send_id", "reason", "sent_at", "unknown",
                ] {
                    var body: [String: Any] = ["dispatch_id": "d\(number)-\(field)", "status": "bounced"]
                    var metadata: [String: Any] = [
                        "campaign_api_id": HostileTests.campaign, "reason": "550 5.1.1 no such user",
                    ]
                    if ["dispatch_id", "status"].contains(field) { body[field] = text } else { metadata[field] = text }
                    if field == "unknown" { body["k\(text)"] = [text: [text]] }
                    body["metadata"] = metadata
                    bodies.append(Array(try JSONSerialization.data(withJSONObject: body)))
                }
            }
            // Escapes that no Unicode text can hold.
            bodies.append(
                Array(
                    #"{"dispatch_id":"\ud800\u0000","status":"bounced","metadata":{"reason":"\udfff\u001b[2J"}}"#.utf8
                )
            )
            return bodies
        }

        private func json(_ object: [String: String]) throws -> String {
            String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        }

        private func workspace(endpoint port: Int) throws -> Workspace {
            let workspace = try Workspace()
            let themes = workspace.path(".config/sendtop/themes")
            try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
            try Data("name: x\nroles: \"\u{1B}[2J\"\n".utf8)
                .write(to: URL(fileURLWithPath: themes + "/evil\u{1B}[2J\u{202E}.yaml"))
            try "stub-key-1234\n".write(toFile: workspace.path("key"), atomically: true, encoding: .utf8)
            try workspace.configure(
                stub: port,
                """
                    api_key_file: \(workspace.path("key"))
                    campaigns:
                      "alias\\e[2J\\x9b31m\\u202E": \(HostileTests.campaign)
                """
            )
            return workspace
        }

        /// What a terminal makes of bytes.
        private func shown(_ bytes: [UInt8], in workspace: Workspace) throws -> [String] {
            let emulator = try TerminalSession(showing: bytes, columns: 120, rows: 36, in: workspace)
            try emulator.see("sendtop")
            try emulator.see("? keys")
            return emulator.rows
        }
    }
}
