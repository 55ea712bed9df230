import Foundation
import Testing

extension EndToEnd {
    @Suite("themes")
    struct ThemeTests {
        private func dark() throws -> String {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            return try String(contentsOf: root.appending(path: "themes/dark.yaml"), encoding: .utf8)
        }

        private func write(_ yaml: String, _ name: String, in workspace: Workspace) throws {
            let folder = workspace.path(".config/sendtop/themes")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try yaml.write(toFile: "\(folder)/\(name).yaml", atomically: true, encoding: .utf8)
        }

        @Test("a theme of one's own is read anew when it is written; a fault is named with its place")
        func reload() throws {
            let workspace = try Workspace()
            // One that is broken and not in use stops nothing.
            try write("name: [", "broken", in: workspace)
            try write(dark(), "mine", in: workspace)
            let screen = try TerminalSession("\(Binary.path) demo --theme mine", columns: 100, rows: 30, in: workspace)
            try screen.see("delivered")
            try screen.seeColors("those of the file") { $0.contains("38;5;117") }
            try write(dark().replacing("c256: 117", with: "c256: 200"), "mine", in: workspace)
            try screen.see("theme mine was read anew")
            try screen.seeColors("those of the file now") { $0.contains("38;5;200") && !$0.contains("38;5;117") }
            try write(dark().replacing("c256: 117", with: "c256: 1170"), "mine", in: workspace)
            try screen.see("mine.yaml:7:38")
            try screen.see("it must be a number from 0 to 255")
            #expect(screen.styledScreen.contains("38;5;200"))
        }

        @Test("a theme that was chosen in the picker is there in the next run, unless an option names another")
        func remembered() throws {
            let workspace = try Workspace()
            try write(dark().replacing("c256: 117", with: "c256: 200"), "zebra", in: workspace)
            func expect(_ color: String, _ options: String = "", keys: [String] = []) throws {
                let command = try "\(Binary.path) demo \(options)"
                let screen = try TerminalSession(command, columns: 100, rows: 30, in: workspace)
                try screen.see("delivered")
                if !keys.isEmpty {
                    for key in keys { try screen.press(key) }
                    try screen.see("theme zebra")
                }
                try screen.seeColors(color) { $0.contains(color) }
                // What was chosen is in the file at the end at the latest.
                try screen.press("q")
                try screen.expectEnded()
            }
            try expect("38;5;117")
            try expect("38;5;200", keys: ["T", "End", "Enter"])
            try expect("38;5;200")
            try expect("38;5;117", "--theme dark")
            // Broken since then, it is passed over, and said.
            try write("name: [", "zebra", in: workspace)
            let screen = try TerminalSession("\(Binary.path) demo", columns: 100, rows: 30, in: workspace)
            try screen.see("zebra.yaml:")
            try screen.see("delivered")
        }
    }
}
