import Foundation
import SendtopCore
import Testing

extension EndToEnd {
    @Suite("a storm of sizes and of replies")
    struct StormTests {
        @Test("200 sizes in two seconds, down to 20x5 and back, are twenty repaints at most")
        func sizes() throws {
            let workspace = try Workspace()
            let terminal = try Pseudoterminal(["demo"], columns: 120, rows: 36, in: workspace)
            try terminal.read(until: "delivered")
            var output: [UInt8] = []
            for step in 1...200 {
                let part = Double(abs(step - 100)) / 100
                terminal.resize(columns: UInt16(20 + 100 * part), rows: UInt16(5 + 31 * part))
                output += terminal.read(for: 0.01)
            }
            output += try terminal.settle()
            let repaints = String(decoding: output, as: UTF8.self).ranges(of: "\u{1B}[2J").count
            #expect((1...20).contains(repaints), "\(repaints)")
            #expect(terminal.isRunning)
            terminal.type("\u{0C}")
            let screen = try TerminalSession(showing: terminal.settle(), columns: 120, rows: 36, in: workspace)
            try screen.see("sendtop")
            try eventually("the hints in the last row", last: { screen.screen }) {
                screen.rows[35].contains("? keys") ? true : nil
            }
            terminal.type("q")
            _ = try terminal.readToEnd()
        }

        @Test(
            "replies of a terminal at any time, cut anywhere and late, leave what is typed as it is",
            arguments: [1, 2] as [UInt64]
        )
        func replies(seed: UInt64) throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("\(Binary.path) demo", columns: 100, rows: 30, in: workspace)
            try screen.see("delivered")
            try screen.press("/")
            var random = SeededGenerator(seed: seed)
            let replies = [
                "\u{1B}[?62;22c", "\u{1B}[>41;390;0c", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\",
                "\u{1B}]10;rgb:ff/ff/ff\u{7}", "\u{1B}P>|xterm(390)\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[12;40R",
                "\u{1B}[?0u", "\u{1B}[I",
                "\u{1B}P1$r0m\u{1B}\\", "\u{1B}]52;c;cXVpdA==\u{1B}\\", "\u{1B}[8;30;100t",
            ]
            let typed = "reset"
            for (number, letter) in typed.enumerated() {
                for _ in 0..<8 {
                    let bytes = Array((replies.randomElement(using: &random) ?? "").utf8)
                    // An ESC alone, and nothing for a while, is the key.
                    let cut = Int.random(in: 2..<bytes.count, using: &random)
                    try screen.send(Array(bytes[..<cut]))
                    poll(nil, 0, Int32.random(in: 0...60, using: &random))
                    try screen.send(Array(bytes[cut...]))
                }
                try screen.type(String(letter))
                let sofar = typed.prefix(number + 1)
                try screen.seeRow("the filter \(sofar)") { $0.hasPrefix(" / \(sofar) ") || $0 == " / \(sofar)" }
            }
            #expect(screen.screen.contains("DEMO"))
        }

        @Test("a click chooses a row, and at the end the mouse is the terminal's own again")
        func mouse() throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("\(Binary.path) demo", columns: 100, rows: 30, in: workspace)
            try screen.see("✓ delivered")
            #expect(try screen.pane("#{mouse_button_flag}#{mouse_sgr_flag}") == "11")
            let rows = try screen.seeRows("a send that is delivered") { $0.contains { $0.contains("✓ delivered") } }
            let row = try #require(rows.lastIndex { $0.contains("✓ delivered") })
            try screen.send(Array("\u{1B}[<0;20;\(row + 1)M\u{1B}[<0;20;\(row + 1)m".utf8))
            try screen.see("PAUSED")
            try screen.seeRows("the row that was clicked, chosen") { $0.count > row && $0[row].hasPrefix("▌") }
            try screen.press("q")
            try screen.expectEnded()
            #expect(try screen.pane("#{mouse_any_flag}") == "0")
        }
    }
}
