import Foundation
import Testing

extension EndToEnd {
    @Suite("the terminal while it runs")
    struct TerminalTests {
        @Test("Ctrl-Z gives the terminal back, and fg takes it again")
        func jobControl() throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("bash --norc --noprofile -i", columns: 100, rows: 30, in: workspace)
            try screen.type("PS1='shell> '; \(Binary.path) demo\n")
            try screen.see("delivered")
            try screen.press("C-z")
            try screen.see("Stopped")
            #expect(try screen.pane("#{alternate_on}#{cursor_flag}") == "01")
            try screen.type("stty -a | grep -o ' icanon'\n")
            try screen.seeRow("the shell's line settings") { $0 == " icanon" }
            try screen.type("fg\n")
            try screen.see("DEMO")
            try screen.see("TIME")
            try eventually("the other screen, without a cursor", last: { screen.screen }) {
                try screen.pane("#{alternate_on}#{cursor_flag}") == "10" ? true : nil
            }
            try screen.press("q")
            try screen.see("shell>")
        }

        @Test("what a terminal says by itself, in pieces and late, never reaches the filter")
        func replies() throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("\(Binary.path) demo", columns: 100, rows: 30, in: workspace)
            try screen.see("delivered")
            try screen.press("/")
            try screen.type("re")
            let replies = ["\u{1B}[?62;22c", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}P>|xterm(390)\u{1B}\\"]
            for reply in replies {
                let bytes = Array(reply.utf8)
                try screen.send(bytes)
                try screen.send(Array(bytes[..<6]))
                // Longer than anybody waits for the rest of a key.
                poll(nil, 0, 100)
                try screen.send(Array(bytes[6...]))
            }
            try screen.type("set-")
            let filter = try screen.seeRow("the filter") { $0.hasPrefix(" / reset-") }
            #expect(!filter.contains("rgb") && !filter.contains("22c") && !filter.contains("xterm"))
        }

        @Test("a terminal that cannot be drawn on gets one line an event, and the reason", arguments: ["dumb", ""])
        func plain(type: String) throws {
            let workspace = try Workspace()
            let terminal = try Pseudoterminal(["demo"], columns: 80, rows: 24, in: workspace, type: type)
            let output = String(decoding: try terminal.read(until: "delivered"), as: UTF8.self)
            #expect(output.contains("TERM"))
            #expect(!output.contains("\u{1B}"))
            kill(terminal.pid, SIGTERM)
            try eventually("the end") { terminal.isRunning ? nil : true }
        }

        @Test("a terminal that is gone ends the program")
        func gone() throws {
            let workspace = try Workspace()
            let terminal = try Pseudoterminal(["demo"], columns: 80, rows: 24, in: workspace)
            try terminal.read(until: "delivered")
            terminal.hangUp()
            try eventually("the end") { terminal.isRunning ? nil : true }
        }
    }
}
