import Foundation
import SendtopUI
import Testing

@testable import SendtopTerminal

/// The bytes are those that xterm-256color needs.
@MainActor
@Suite struct ScreenTests {
    private static let size = Size(columns: 80, rows: 24)

    private func screen(_ theme: Theme? = nil, _ environment: [String: String] = [:]) throws -> Screen {
        let environment = environment.merging(["TERM": "xterm-256color", "LANG": "C.UTF-8"]) { given, _ in given }
        _ = TerminalLocale.setUp(environment: environment)
        return try Screen(theme: theme ?? .test(), size: ScreenTests.size, environment: environment)
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "␛")
    }

    @Test("the first frame enters the alternate screen, clears it and hides the cursor")
    func first() throws {
        let screen = try screen()
        defer { screen.close() }
        let bytes = text(screen.update(to: Frame(rows: ["hello"])))
        #expect(bytes.hasPrefix("␛[?1049h"))
        #expect(bytes.contains("␛[H␛[2J") && bytes.contains("hello") && bytes.contains("␛[?25l"))
    }

    @Test(
        "all rows scroll, however many the terminal has, also after it has other ones",
        arguments: ["xterm-256color", "vt100"]
    )
    func region(type: String) throws {
        let size = Size(columns: 100, rows: 36)
        let screen = try Screen(theme: .test(), size: size, environment: ["TERM": type, "LANG": "C.UTF-8"])
        defer { screen.close() }
        let first = text(screen.update(to: Frame(rows: ["hello"])))
        #expect(first.contains("␛[1;36r") && !first.contains("␛[1;24r"))
        screen.resize(to: Size(columns: 90, rows: 50))
        #expect(text(screen.update(to: Frame(rows: ["hello"]))).contains("␛[1;50r"))
        screen.repaint()
        #expect(text(screen.update(to: Frame(rows: ["hello"]))).contains("␛[1;50r"))
    }

    @Test("after a stop, nothing moves the cursor before the other screen is entered, which saves its place")
    func suspended() throws {
        let screen = try screen()
        defer { screen.close() }
        let frame = Frame(rows: ["hello"])
        _ = screen.update(to: frame)
        screen.suspend()
        screen.repaint()
        let bytes = text(screen.update(to: frame))
        #expect(bytes.hasPrefix("␛[?1049h") && bytes.contains("␛[1;24r") && bytes.contains("hello"))
    }

    @Test("the same frame again costs nothing, a marker that moves a few bytes, a new top row less than two rows")
    func cost() throws {
        let screen = try screen()
        defer { screen.close() }
        let rows = (0..<20).map { "row \($0) " + String(repeating: "\($0 % 10)", count: 60) }
        _ = screen.update(to: Frame(rows: rows))
        #expect(screen.update(to: Frame(rows: rows)).isEmpty)
        var marked = Frame(rows: rows)
        marked[3, 79] = Cell(text: "▌", style: Style(.text))
        #expect(screen.update(to: marked).count < 20)
        _ = screen.update(to: Frame(rows: rows))
        let scrolled = screen.update(to: Frame(rows: ["row x " + String(repeating: "x", count: 60)] + rows.dropLast()))
        #expect(scrolled.count < 160, "\(text(scrolled))")
    }

    @Test("a repaint paints everything")
    func repaint() throws {
        let screen = try screen()
        defer { screen.close() }
        let frame = Frame(rows: ["hello", "world"])
        _ = screen.update(to: frame)
        screen.repaint()
        let bytes = text(screen.update(to: frame))
        #expect(bytes.contains("␛[2J") && bytes.contains("hello") && bytes.contains("world"))
    }

    @Test("a role has the theme's colour, and plain text none unless the background is painted")
    func colors() throws {
        let screen = try screen()
        defer { screen.close() }
        _ = screen.update(to: Frame(size: ScreenTests.size))
        #expect(text(screen.update(to: Frame(rows: ["plain"]))) == "plain")
        #expect(text(screen.update(to: Frame(rows: ["wrong"], style: Style(.error)))).contains("␛[38;5;203mwrong"))
        screen.theme = try .test(painted: true)
        #expect(text(screen.update(to: Frame(rows: ["plain"]))).contains("␛[38;5;117m␛[48;5;16m"))
    }

    @Test(
        "24 bits are made of the terminal's own entry, whether this machine knows such an entry or not",
        arguments: ["xterm-256color", "tmux-256color", "xterm-direct", "no-such-terminal"]
    )
    func direct(type: String) throws {
        let environment = ["TERM": type, "COLORTERM": "truecolor"]
        let screen = try screen(nil, environment)
        defer { screen.close() }
        #expect(screen.depth == .direct)
        let first = text(screen.update(to: Frame(size: ScreenTests.size)))
        #expect(first.contains("␛[?1049h") && !first.contains("␛]"), "\(first)")
        let bytes = text(screen.update(to: Frame(rows: ["wrong"], style: Style(.error))))
        #expect(bytes.contains("␛[38;2;255;255;255mwrong"))
        let plain = text(screen.update(to: Frame(rows: ["plain"])))
        #expect(plain.hasSuffix("plain") && !plain.contains("38;"), "\(plain)")
        screen.theme = try .test(c256: 9)
        #expect(text(screen.update(to: Frame(rows: ["wrong"], style: Style(.error)))).contains("␛[91mwrong"))
        #expect(getenv("TERMINFO") == nil)
    }

    @Test("NO_COLOR wins over COLORTERM, and what has no 256 colours is told none of 24 bits")
    func notDirect() throws {
        for (environment, depth) in [
            (["COLORTERM": "truecolor", "NO_COLOR": "1"], ColorDepth.mono),
            (["COLORTERM": "truecolor", "TERM": "xterm"], .eight),
            (["COLORTERM": "truecolor", "TERM": "vt100"], .mono),
            (["COLORTERM": "truecolor", "STY": "1.a"], .palette),
        ] {
            let screen = try screen(nil, environment)
            #expect(screen.depth == depth)
            screen.close()
        }
    }

    @Test("one theme after the other, more than a terminal has pairs for, keep their colours")
    func manyThemes() throws {
        let screen = try screen(nil, ["TERM": "linux"])
        defer { screen.close() }
        for number in 0..<80 {
            screen.theme = try .test(painted: number.isMultiple(of: 2))
            let bytes = text(screen.update(to: Frame(rows: ["wrong \(number)"], style: Style(.error))))
            #expect(bytes.contains("31"), "\(number): \(bytes)")
        }
    }

    @Test("NO_COLOR leaves attributes alone")
    func noColor() throws {
        let screen = try screen(nil, ["NO_COLOR": "1"])
        defer { screen.close() }
        #expect(screen.depth == .mono)
        let bytes = text(screen.update(to: Frame(rows: ["wrong"], style: Style(.error))))
        #expect(bytes.contains("7mwrong") && !bytes.contains("␛[3"), "\(bytes)")
    }

    @Test("on eight colours the bright ones of the theme's sixteen are bold")
    func eightColors() throws {
        let screen = try screen(nil, ["TERM": "linux"])
        defer { screen.close() }
        #expect(screen.depth == .eight)
        let bytes = text(screen.update(to: Frame(rows: ["wrong"], style: Style(.error))))
        #expect(bytes.contains(";1m") && bytes.contains("␛[31m") && !bytes.contains("␛[91m"), "\(bytes)")
    }

    @Test("wide characters take two cells, and what has another width than its cells does not shift the row")
    func widths() throws {
        let screen = try screen()
        defer { screen.close() }
        _ = screen.update(to: Frame(size: ScreenTests.size))
        var frame = Frame(rows: ["日", "a日b", "e\u{301}x", "\u{200B}y", "\u{1B}z"])
        frame[0, 1] = Cell(text: "", style: Style(.text))
        frame[0, 2] = Cell(text: "本", style: Style(.text))
        frame[0, 3] = Cell(text: "", style: Style(.text))
        let bytes = text(screen.update(to: frame))
        #expect(bytes == "日本\r␛[2da?b\r␛[3de\u{301}x\r␛[4d?y\r␛[5d?z")
    }

    @Test("without UTF-8 everything beyond ASCII is a question mark")
    func ascii() throws {
        let screen = try screen(nil, ["LANG": "C"])
        defer { screen.close() }
        let bytes = text(screen.update(to: Frame(rows: ["naïve ✗"])))
        #expect(bytes.contains("na?ve ?"))
    }

    @Test("the cursor is shown where a frame has one, and hidden again")
    func cursor() throws {
        let screen = try screen()
        defer { screen.close() }
        _ = screen.update(to: Frame(size: ScreenTests.size))
        var frame = Frame(size: ScreenTests.size)
        frame.cursor = Position(row: 4, column: 9)
        let shown = text(screen.update(to: frame))
        #expect(shown.contains("␛[5;10H") && shown.contains("␛[?25h"))
        #expect(text(screen.update(to: Frame(size: ScreenTests.size))) == "␛[?25l")
    }

    @Test("a terminal that cannot be drawn on is refused, an unknown one is taken for a common one")
    func types() throws {
        #expect(throws: TerminalError.noType) { try screen(nil, ["TERM": ""]) }
        #expect(throws: TerminalError.cannotMoveCursor(type: "dumb")) { try screen(nil, ["TERM": "dumb"]) }
        let unknown = try screen(nil, ["TERM": "no-such-terminal"])
        #expect(unknown.type == "xterm-256color")
        unknown.close()
    }
}
