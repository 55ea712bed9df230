import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("listen as a service")
    struct ServiceTests {
        private static let arguments = ["listen", "--listen", "127.0.0.1:0"]
        private static let old = "old-token-0123456789"
        private static let new = "new-token-0123456789"

        @Test(
            "an address that others can reach is refused while nothing keeps them out",
            arguments: [["listen"], ["watch", "--plain"]]
        )
        func exposed(command: [String]) throws {
            let workspace = try Workspace()
            let run = try Tool.run(
                Binary.path,
                command + ["--listen", "0.0.0.0:0", "--ledger", workspace.path("l.sqlite")],
                environment: workspace.environment
            )
            #expect(run.status == 78)
            #expect(run.errors.hasPrefix("sendtop: Refusing to listen on 0.0.0.0:0: others can reach it"))
            #expect(run.errors.contains("SENDTOP_TOKEN") && run.errors.contains("--insecure"))
            #expect(!FileManager.default.fileExists(atPath: workspace.path("l.sqlite")))
        }

        @Test(
            "with a token, a list of addresses, or --insecure it listens for others",
            arguments: [(["--allow", "127.0.0.0/8"], [:]), (["--insecure"], [:]), ([], ["SENDTOP_TOKEN": old])]
                as [([String], [String: String])]
        )
        func protected(arguments: [String], environment: [String: String]) throws {
            let workspace = try Workspace()
            let listener = try Background(
                ["listen", "--listen", "0.0.0.0:0"] + arguments,
                in: workspace,
                name: "listen",
                environment: environment
            )
            let client = WebClient(port: try listener.port(after: "http://0.0.0.0:"))
            let path = environment.isEmpty ? "/postback" : "/postback/\(Self.old)"
            #expect(try client.post(path, Array("{}".utf8)).status == 200)
            #expect(try listener.end(SIGTERM) == 0)
            #expect(!listener.said.contains(Self.old))
        }

        @Test(
            "what is wrong with the options is named with its place",
            arguments: [
                (["--allow", "10.0.0.0/33"], "--allow: allow is \"10.0.0.0/33\"; it must be an address or a network"),
                (["--allow", ", "], "--allow: allow is empty; name an address or a network, or leave it out."),
                (
                    ["--tls-cert", "x.pem"],
                    "--tls-cert: tls_cert is given and tls_key is missing; name the certificate's key"
                ),
                (["--token-file", "/dev/null"], "cannot be had: there is nothing in the file /dev/null."),
                (["--token-file", "/nowhere/token"], "The listener's token cannot be had: the file /nowhere/token"),
                (
                    ["--token-command", "echo short"],
                    "Line 1 of what the command printed: a token must have 16 or more characters"
                ),
                (["--token-command", "true"], "The listener's token cannot be had: its command printed nothing."),
                (["--basic-auth-command", "echo :pw"], "must be written as name:password, one a line."),
                (["--basic-auth-command", "echo name:"], "must be written as name:password, one a line."),
                (
                    ["--token-file", "x", "--token-command", "echo y"],
                    "--token-command: token_file and token_command are both given; leave one of them out."
                ),
                (["--log-format", "xml"], "--log-format: log_format is \"xml\"; it must be text or json."),
                (["--max-connections", "0"], "--max-connections: max_connections is \"0\"; it must be a whole number"),
            ]
        )
        func wrong(arguments: [String], sentence: String) throws {
            let workspace = try Workspace()
            let run = try Tool.run(Binary.path, Self.arguments + arguments, environment: workspace.environment)
            // What a flag says is usage; what is found where it leads is configuration.
            #expect(run.status == (sentence.hasPrefix("--") ? 64 : 78))
            #expect(run.errors.contains(sentence), "\(run.errors)")
        }

        @Test("a bad token is named with its line, and a mark of byte order is no part of a good one")
        func tokenFile() throws {
            let workspace = try Workspace()
            let file = workspace.path("tokens")
            try Data("\u{FEFF}\(Self.old)\r\n\r\nshort\r\n".utf8).write(to: URL(fileURLWithPath: file))
            let run = try Tool.run(
                Binary.path,
                Self.arguments + ["--token-file", file],
                environment: workspace.environment
            )
            #expect(run.status == 78)
            #expect(run.errors.contains("\(file), line 3: a token must have 16 or more characters"), "\(run.errors)")
        }

        @Test("a password may end in a colon")
        func colons() throws {
            let workspace = try Workspace()
            let arguments = ["--basic-auth-command", "echo braze:p:w:"]
            let listener = try Background(Self.arguments + arguments, in: workspace, name: "listen")
            let url = "http://127.0.0.1:\(try listener.port())/postback"
            let answer = try Tool.run(
                "curl",
                ["-sS", "-u", "braze:p:w:", "-d", "{}", url],
                environment: workspace.environment
            )
            #expect(answer.output == #"{"message":"success"}"#)
        }

        @Test("a value of the file counts, a variable beats it, and a flag beats both")
        func precedence() throws {
            let workspace = try Workspace()
            let file = workspace.path("config.yaml")
            try "allow: [192.0.2.0/24, 192.0.3.1]\nidle_timeout: 2m\n".write(
                toFile: file,
                atomically: true,
                encoding: .utf8
            )
            let runs: [([String], [String: String], Int)] = [
                ([], [:], 403), ([], ["SENDTOP_ALLOW": "127.0.0.1"], 200),
                (["--allow", "192.0.2.1,192.0.2.2"], ["SENDTOP_ALLOW": "127.0.0.1"], 403),
            ]
            for (number, (flags, environment, status)) in runs.enumerated() {
                let listener = try Background(
                    Self.arguments + ["--config", file] + flags,
                    in: workspace,
                    name: "listen\(number)",
                    environment: environment
                )
                let answer = try WebClient(port: try listener.port()).post("/postback", Array("{}".utf8))
                #expect(answer.status == status)
                #expect(try listener.end(SIGTERM) == 0)
            }
            try "theme: dark\nallow:\n  - 192.0.2.1\n  - 192.0.2.0/33\n".write(
                toFile: file,
                atomically: true,
                encoding: .utf8
            )
            let run = try Tool.run(
                Binary.path,
                Self.arguments + ["--config", file],
                environment: workspace.environment
            )
            #expect(run.status == 78)
            #expect(run.errors.contains("\(file):4:5: allow is \"192.0.2.0/33\""), "\(run.errors)")
        }

        @Test("TLS with a certificate of the machine's own, renewed by SIGHUP")
        func encryption() throws {
            let workspace = try Workspace()
            let certificate = workspace.path("cert.pem")
            let key = workspace.path("key.pem")
            func renew() throws {
                let made = try Tool.run(
                    "openssl",
                    [
                        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                        "-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=IP:127.0.0.1",
                    ],
                    environment: workspace.environment
                )
                try #require(made.status == 0, "\(made.errors)")
            }
            try renew()
            let listener = try Background(
                Self.arguments + ["--tls-cert", certificate, "--tls-key", key],
                in: workspace,
                name: "listen"
            )
            let port = try listener.port(after: "https://127.0.0.1:")
            func post() throws -> Tool {
                try Tool.run(
                    "curl",
                    ["-sS", "--cacert", certificate, "-d", "{}", "https://127.0.0.1:\(port)/postback"],
                    environment: workspace.environment
                )
            }
            #expect(try post().output == #"{"message":"success"}"#)
            try renew()
            #expect(try post().status != 0)
            kill(listener.pid, SIGHUP)
            try listener.waits(for: "certificate renewed")
            try listener.waits(for: "configuration read anew")
            #expect(try post().output == #"{"message":"success"}"#)
        }

        @Test("a key that cannot be read is nowhere repeated: not at the start, not by doctor, not by SIGHUP")
        func damagedKey() throws {
            let workspace = try Workspace()
            let (certificate, key) = (workspace.path("cert.pem"), workspace.path("key.pem"))
            let made = try Tool.run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-keyout", key, "-out", certificate, "-subj", "/CN=localhost",
                ],
                environment: workspace.environment
            )
            try #require(made.status == 0, "\(made.errors)")
            let arguments = ["--tls-cert", certificate, "--tls-key", key]
            let listener = try Background(Self.arguments + arguments, in: workspace, name: "listen")
            _ = try listener.port(after: "https://127.0.0.1:")
            let text = try String(contentsOfFile: key, encoding: .utf8)
            try String(text.dropLast(60)).write(toFile: key, atomically: true, encoding: .utf8)
            kill(listener.pid, SIGHUP)
            try listener.waits(for: "configuration not read anew")
            let start = try Tool.run(Binary.path, Self.arguments + arguments, environment: workspace.environment)
            #expect(start.status == 78)
            let doctor = try Tool.run(Binary.path, ["doctor"] + arguments, environment: workspace.environment)
            let said = [listener.said, start.errors, doctor.output + doctor.errors]
            let secret = text.split(separator: "\n")[1].prefix(16)
            for said in said {
                #expect(said.contains("The file \(key) cannot be used for TLS: it holds no private key"), "\(said)")
                #expect(!said.contains(secret) && !said.contains("PRIVATE KEY-----"), "\(said)")
            }
        }

        @Test("SIGHUP takes new tokens and addresses in, and what is wrong changes nothing")
        func reload() throws {
            let workspace = try Workspace()
            let token = workspace.path("token")
            try Self.old.write(toFile: token, atomically: true, encoding: .utf8)
            let listener = try Background(
                Self.arguments + ["--token-file", token, "--log-format", "json"],
                in: workspace,
                name: "listen"
            )
            let client = WebClient(port: try listener.port())
            #expect(try client.post("/postback/\(Self.old)", Array("{}".utf8)).status == 200)

            try "\(Self.new)\n".write(toFile: token, atomically: true, encoding: .utf8)
            kill(listener.pid, SIGHUP)
            try listener.waits(for: "configuration read anew")
            #expect(try client.post("/postback/\(Self.new)", Array("{}".utf8)).status == 200)
            #expect(try client.post("/postback/\(Self.old)", Array("{}".utf8)).status == 401)

            try "".write(toFile: token, atomically: true, encoding: .utf8)
            kill(listener.pid, SIGHUP)
            try listener.waits(for: "configuration not read anew")
            #expect(try client.post("/postback/\(Self.new)", Array("{}".utf8)).status == 200)
            #expect(try client.post("/postback", Array("{}".utf8)).status == 401)

            #expect(try listener.end(SIGTERM) == 0)
            let records = listener.said.split(separator: "\n").map { (try? JSON(text: String($0)))?.object }
            #expect(records.allSatisfy { $0?["level"]?.string != nil && $0?["at"]?.string != nil })
            #expect(records.contains { $0?["message"] == "taking postbacks in" })
        }

        @Test("SIGHUP names each option whose new value takes effect at the next start")
        func lateOptions() throws {
            let workspace = try Workspace()
            try workspace.configure("")
            let listener = try Background(Self.arguments, in: workspace, name: "listen")
            _ = try listener.port()
            try workspace.configure(
                """
                retention_days: 7
                retention_size: 1GB
                retention_send_days: 8
                max_connections_per_address: 7
                request_timeout: 7s
                idle_timeout: 7s
                log_file: \(workspace.path("other.log"))
                """
            )
            kill(listener.pid, SIGHUP)
            try listener.waits(for: "configuration read anew")
            let named = listener.said.split(separator: "\n").filter { $0.contains("takes effect at the next start") }
                .compactMap { $0.split(separator: "option=").last.map(String.init) }
            #expect(
                named == [
                    "retention_days", "retention_size", "retention_send_days", "max_connections_per_address",
                    "request_timeout", "idle_timeout", "log_file",
                ]
            )
        }

        @Test("the end does not wait for a command that SIGHUP started, and takes it along")
        func hangingCommand() throws {
            let workspace = try Workspace()
            let pid = workspace.path("pid")
            let command =
                "test -e '\(pid)' && { echo $$ > '\(pid).2'; exec sleep 1000; }; touch '\(pid)'; echo \(Self.old)"
            let listener = try Background(Self.arguments + ["--token-command", command], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            kill(listener.pid, SIGHUP)
            let hung = try eventually("the command", last: { listener.said }) {
                (try? String(contentsOfFile: "\(pid).2", encoding: .utf8)).flatMap { Int32($0.dropLast()) }
            }
            #expect(try client.post("/postback/\(Self.old)", Array("{}".utf8)).status == 200)
            let start = Date()
            #expect(try listener.end(SIGTERM) == 0)
            #expect(Date().timeIntervalSince(start) < 9)
            try eventually("the end of the command", last: { listener.said }) { kill(hung, 0) == 0 ? nil : true }
        }

        @Test("systemd hears when it is ready, reloads and stops")
        func notifications() throws {
            let workspace = try Workspace()
            let socket = try DatagramSocket(path: workspace.path("notify"))
            let listener = try Background(
                Self.arguments,
                in: workspace,
                name: "listen",
                environment: ["NOTIFY_SOCKET": workspace.path("notify")]
            )
            #expect(try socket.next().hasPrefix("READY=1\nSTATUS=taking postbacks in at http://127.0.0.1:"))
            kill(listener.pid, SIGHUP)
            #expect(try socket.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
            #expect(try socket.next().hasPrefix("READY=1"))
            kill(listener.pid, SIGTERM)
            #expect(try socket.next() == "STOPPING=1")
        }

        @Test("a port that is taken names who has it")
        func portTaken() throws {
            let workspace = try Workspace()
            let listener = try Background(Self.arguments, in: workspace, name: "listen")
            let port = try listener.port()
            let second = try Tool.sendtop(
                "listen",
                "--listen",
                "127.0.0.1:\(port)",
                "--ledger",
                workspace.path("other.sqlite"),
                in: workspace
            )
            #expect(second.status == 1)
            #expect(second.errors.contains("process \(listener.pid) (sendtop) has this port"))
        }

        @Test(
            "a process with few descriptors goes on taking postbacks while hundreds hold connections",
            arguments: [160, 42]
        )
        func fewDescriptors(limit: Int) throws {
            let workspace = try Workspace()
            // What other tests of this process have open counts as well where it is inherited.
            let close = "for n in $(ls /proc/$$/fd); do ((n < 3)) || eval \"exec $n<&-\"; done"
            let run = "ulimit -n \(limit) && exec '\(try Binary.path)' \(Self.arguments.joined(separator: " "))"
            let listener = try Background(["-c", "\(close); \(run)"], in: workspace, name: "listen", program: "bash")
            let port = try listener.port()
            let held = try (0..<300).map { _ in try Connection(port: port) }
            for _ in 0..<20 {
                #expect(try WebClient(port: port).post("/postback", Array("{}".utf8)).status == 200)
            }
            withExtendedLifetime(held) {}
            // With the smaller limit there is not even room for the fewest connections that it wants to hold.
            if limit == 42 { try listener.waits(for: "Too many open files") }
            #expect(try listener.end(SIGTERM) == 0)
        }

        @Test("metrics tell of the ledger, and of readiness")
        func metrics() throws {
            let workspace = try Workspace()
            let listener = try Background(Self.arguments, in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            #expect(try client.post("/postback", Array("{}".utf8)).status == 200)
            let text = try client.get("/metrics").text
            #expect(text.contains("sendtop_requests_total{outcome=\"taken\"} 1\n"))
            #expect(text.contains("sendtop_ledger_events 1\n"))
            #expect(text.contains("sendtop_ledger_bytes "))
            #expect(try client.get("/readyz").text == "ready")
        }
    }
}
