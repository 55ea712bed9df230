import Foundation
import Testing

extension EndToEnd {
    @Suite("starting")
    struct StartTests {
        @Test("a port of the demo that is taken at a name gives way to a free one, as at a number")
        func taken() throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "localhost:0"], in: workspace, name: "listen")
            let port = try listener.port(after: "http://localhost:")
            let demo = try Background(["demo", "--listen", "localhost:\(port)"], in: workspace, name: "demo")
            try demo.waits(for: "accepted")
            #expect(try demo.end(SIGTERM) == 0)
        }

        @Test("an argument that is no text is refused, and no file of another name is made")
        func argumentBytes() throws {
            let workspace = try Workspace()
            let script = "exec \"$0\" listen --listen 127.0.0.1:0 --ledger \"$1/$(printf '\\377').sqlite\""
            let folder = workspace.path("ledgers")
            let run = try Tool.run(
                "/bin/sh",
                ["-c", script, Binary.path, folder],
                environment: workspace.environment
            )
            #expect(run.status == 64)
            #expect(run.errors.hasPrefix("sendtop: Argument 5 is no UTF-8, but "), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder))
        }

        @Test("the demo adds nothing to a ledger that has events")
        func demoOnLedger() throws {
            let workspace = try Workspace()
            let lines = "{\"dispatch_id\":\"d1\",\"status\":\"sent\"}\n"
            let file = workspace.path("lines.ndjson")
            try lines.write(toFile: file, atomically: true, encoding: .utf8)
            let ledger = workspace.path("real.sqlite")
            #expect(try Tool.sendtop("replay", file, "--ledger", ledger, in: workspace).status == 0)
            let demo = try Tool.sendtop("demo", "--plain", "--ledger", ledger, in: workspace)
            #expect(demo.status == 64 && demo.errors.contains("has events already"))
            let export = try Tool.sendtop("export", "events", "--ledger", ledger, in: workspace)
            #expect(export.output.split(separator: "\n").count == 1)
        }

        @Test("a signal that ends a start which waits for a command ends all that the command has started")
        func leftBehind() throws {
            let workspace = try Workspace()
            let file = workspace.path("pid")
            let command = "sleep 1000 & echo $! > \(file); wait"
            let listener = try Background(
                ["listen", "--listen", "127.0.0.1:0", "--token-command", command],
                in: workspace,
                name: "listen"
            )
            let sleeper = try eventually("the command") {
                (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
                    Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
                }
            }
            #expect(try listener.end(SIGTERM) == 128 + SIGTERM)
            // One that has ended, and that nobody has asked about yet, has no command line any more.
            try eventually("the end of the command") {
                let line = try? String(contentsOfFile: "/proc/\(sleeper)/cmdline", encoding: .utf8)
                return line?.isEmpty != false ? true : nil
            }
        }
    }
}
