import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("hostile text and quiet nights")
    struct SafetyTests {
        @Test("a reason full of controls changes nothing but its own cells")
        func hostileReason() throws {
            let service = try LocalService()
            let screen = try service.monitor()
            let client = service.postbacks
            // It is named once it is listened at.
            try screen.see("127.0.0.1:\(client.port)")
            #expect(
                try client.post("/postback", PagePostbacks.bounce("good-one", reason: "plain reason")).status == 200
            )
            try screen.see("plain reason")
            let hostile = "\u{1B}[2J\u{1B}]0;x\u{07}\rXX\u{08}\u{08}\u{202E}live\u{9D}52;c;eA==\u{9C}\nend"
            #expect(try client.post("/postback", PagePostbacks.bounce("bad-one", reason: hostile)).status == 200)
            try screen.seeRows("the hostile send, and all else as it was") { rows in
                let parts = [
                    ["bad-one", "bounced", "␛[2J", "‹RLO›"], ["good-one", "plain reason"], ["TIME", "REASON"],
                ]
                return rows.first?.contains("sendtop") == true && rows.show(parts)
            }
        }

        @Test("too few open files are told in a sentence, by every command, and a trap they are not")
        func descriptors() throws {
            let workspace = try Workspace()
            for command in ["send --campaign x --to ada", "explain 550"] {
                let run = try Tool.run(
                    "/usr/bin/env",
                    ["bash", "-c", "ulimit -n 16 && exec \"$0\" \(command)", Binary.path],
                    environment: workspace.environment
                )
                #expect(run.status == 1)
                #expect(run.errors.contains("The system gives sendtop 16 open files, and it needs 32 at least"))
            }
        }

        @Test("what is closed at the start is no file of ours, and to use it fails at once")
        func closed() throws {
            let workspace = try Workspace()
            for (command, sentence) in [
                ("replay - <&-", "standard input cannot be read"),
                ("explain 550 >&-", "Standard output cannot be written"),
            ] {
                let run = try Tool.run(
                    "/usr/bin/env",
                    ["bash", "-c", "exec \"$0\" \(command)", Binary.path],
                    environment: workspace.environment
                )
                #expect(run.status != 0)
                #expect(run.errors.contains(sentence) && run.errors.contains("Bad file descriptor"), "\(run.errors)")
            }
        }

        @Test("an idle screen wakes twice a second at most, and sends ten bytes a second at most")
        func idle() throws {
            let workspace = try Workspace()
            let port = try Connection.freePort()
            let terminal = try Pseudoterminal(["--listen", "127.0.0.1:\(port)"], columns: 160, rows: 45, in: workspace)
            _ = try terminal.start()
            // What the start leaves to be done is no rest yet.
            _ = terminal.read(for: 3)
            let start = Date()
            let wakesBefore = try terminal.wakeUps()
            let bytes = terminal.read(for: 10)
            let wakes = try terminal.wakeUps() - wakesBefore
            // On a machine that is busy the ten seconds may have been more.
            let seconds = Date().timeIntervalSince(start)
            #expect(Double(bytes.count) <= 10 * seconds)
            #expect(terminal.isRunning)
            #expect(Double(wakes) <= 2 * seconds)
            terminal.type("q")
            _ = try terminal.readToEnd()
        }
    }
}
