import Foundation
import Testing

extension EndToEnd {
    @Suite("the demo's screen")
    struct ScreenTests {
        @Test("the table fills and statuses advance", arguments: [(80, 24), (120, 36), (160, 45)])
        func fills(columns: Int, rows: Int) throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("\(Binary.path) demo", columns: columns, rows: rows, in: workspace)
            try screen.see("DEMO")
            try screen.see("○ accepted")
            try screen.see("✓ delivered")
            // Held by a move, a send goes on where it is.
            try screen.press("Down")
            let row = try screen.seeRow("the chosen send, not ended") { row in
                row.hasPrefix("▌") && ["accepted", "sent", "processed"].contains { row.contains(" \($0)") }
            }
            let time = row.dropFirst(2).prefix(12)
            try screen.seeRow("the same send, ended") { row in
                row.contains(time) && ["delivered", "bounced", "aborted"].contains { row.contains($0) }
            }
            try screen.press("q")
            try screen.expectEnded()
        }

        @Test("a window of any size shows the table")
        func resizes() throws {
            let workspace = try Workspace()
            let screen = try TerminalSession("\(Binary.path) demo", columns: 120, rows: 36, in: workspace)
            try screen.see("delivered")
            try screen.resize(columns: 40, rows: 10)
            try screen.seeRows("a status line, the filter and the table, with times") { rows in
                rows.count >= 10 && rows[0].contains("DEMO") && rows[1].hasPrefix(" / all")
                    && rows[2].hasPrefix("  TIME") && rows[3...].prefix(7).allSatisfy { !$0.isEmpty }
            }
            try screen.resize(columns: 20, rows: 5)
            try screen.seeRows("the same, without times") { rows in
                rows.count >= 5 && rows[0].contains("DEMO") && rows[1].hasPrefix(" / all")
                    && rows[2].hasPrefix("  STATUS") && rows[3...].prefix(2).allSatisfy { !$0.isEmpty }
            }
            try screen.resize(columns: 160, rows: 45)
            try screen.seeRows("all of it") { rows in
                rows.show([["sandbox ▸ sends", "DEMO"], ["TIME", "DISPATCH", "EXTERNAL ID"], ["bounce reasons"]])
                    && rows.dropFirst(44).first?.contains("? keys") == true
            }
        }
    }
}
