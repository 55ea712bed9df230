import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Ten kinds of terminals, two locales, three wishes for colours. tmux plays each: it understands what all of them
    /// do.
    @Suite("every terminal, locale and colour depth")
    struct MatrixTests {
        /// What a terminal's type leads to.
        enum Kind: String {
            case lines
            case mono
            case eight
            /// And 24 bits where the environment says so.
            case palette
            /// A multiplexer that may garble 24 bits.
            case oldPalette
        }

        static let types: [(type: String, kind: Kind)] = [
            ("xterm-256color", .palette), ("xterm", .eight), ("tmux-256color", .palette),
            ("screen-256color", .oldPalette), ("linux", .eight), ("vt100", .mono), ("xterm-kitty", .palette),
            ("xterm-ghostty", .palette), ("dumb", .lines), ("", .lines),
        ]
        private static let locales = ["C.UTF-8", "C"]
        private static let wishes = [[:], ["COLORTERM": "truecolor"], ["NO_COLOR": "1"]]

        @Test("is drawn on as it can be, or gets lines and the reason", arguments: types)
        func starts(type: String, kind: Kind) throws {
            let workspace = try Workspace()
            let listener = try Background(["listen", "--listen", "127.0.0.1:0"], in: workspace, name: "listen")
            let client = WebClient(port: try listener.port())
            #expect(try client.post("/postback", PagePostbacks.bounce("one", reason: "550 5.1.1 Zoë")).status == 200)
            #expect(try client.post("/postback", PagePostbacks.delivered("two")).status == 200)
            // All cells of a type at once: each waits for itself most of the time.
            let cells = try MatrixTests.locales.flatMap { locale in
                try MatrixTests.wishes.map { wish in
                    let variables = wish.merging(["TERM": type, "LANG": locale]) { $1 }
                    let screen = try TerminalSession(
                        Binary.path,
                        columns: 100,
                        rows: 36,
                        in: workspace,
                        variables: variables
                    )
                    return (screen, locale == "C.UTF-8", wish)
                }
            }
            for (screen, isUTF8, wish) in cells {
                try screen.see("5.1.1")
                if kind == .lines {
                    try expectLines(screen, type: type, isUTF8: isUTF8)
                    continue
                }
                try expectScreen(screen, isUnicode: isUTF8 && type != "linux")
                try expectColors(screen, kind: kind, wish: wish)
                try screen.press("q")
                try screen.expectEnded()
            }
        }

        private func expectLines(_ screen: TerminalSession, type: String, isUTF8: Bool) throws {
            try screen.see(type == "" ? "TERM is not set" : "\"dumb\" cannot move its cursor")
            try screen.see(isUTF8 ? "550 5.1.1 Zoë" : "550 5.1.1 Zo?")
        }

        private func expectScreen(_ screen: TerminalSession, isUnicode: Bool) throws {
            let parts = [
                [isUnicode ? "✓ delivered" : "+ delivered", "two"], [isUnicode ? "✗ bounced" : "x bounced", "one"],
                [isUnicode ? "Zoë" : "Zo?"], ["/ filter", "? keys"],
            ]
            let rows = try screen.seeRows("everything in its place: \(parts)") { rows in
                guard rows.count > 35, rows[0].hasPrefix(" sendtop"), rows[35].contains("? keys") else { return false }
                let titles = rows.first { $0.hasPrefix("  TIME") } ?? ""
                guard titles.contains("STATUS"), titles.contains("REASON") else { return false }
                return rows.show(parts)
            }
            if !isUnicode { #expect(rows.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }) }
        }

        private func expectColors(_ screen: TerminalSession, kind: Kind, wish: [String: String]) throws {
            let isDirect = kind == .palette && wish["COLORTERM"] != nil
            let isPalette = (kind == .palette || kind == .oldPalette) && !isDirect && wish["NO_COLOR"] == nil
            let isEight = kind == .eight && wish["NO_COLOR"] == nil
            try screen.seeColors("24 bits: \(isDirect), of a palette: \(isPalette), eight: \(isEight)") { styled in
                // Red, as eight colours have it.
                let hasRed = styled.contains(#/\u{1B}\[[0-9;]*31m/#)
                // Bold stands for colours as well.
                let hasBold = styled.contains(#/\u{1B}\[(0;)?1[;m]/#)
                return styled.contains("38;2;") == isDirect && styled.contains("38;5;") == isPalette
                    && hasRed == isEight && hasBold
            }
        }
    }
}
