import Foundation
import SendtopUI
import Testing

@testable import SendtopTerminal

@MainActor
@Suite(.serialized) struct TerminalTests {
    private func open(_ line: PseudoTerminal) throws -> Terminal {
        try Terminal.open(
            theme: .test(),
            environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
            output: line.program
        )
    }

    @Test("close leaves the line settings, the screen, the cursor and the modes as they were")
    func close() throws {
        let line = try PseudoTerminal()
        let before = line.settings
        let terminal = try open(line)
        #expect(line.settings != before)
        let shown = line.output()
        #expect(shown.contains("\u{1B}[?1049h") && shown.contains("\u{1B}[?2004h\u{1B}[?1004h"))
        terminal.close()
        #expect(line.settings == before)
        let left = line.output()
        for mode in ["?2004l", "?1004l", "?1049l", "?25h"] { #expect(left.contains("\u{1B}[\(mode)")) }
    }

    @Test("copied text reaches the terminal in a form that it cannot obey, and never cut")
    func copy() throws {
        let line = try PseudoTerminal()
        let terminal = try open(line)
        _ = line.output()
        #expect(terminal.copy("a\u{1B}]0;b\u{7}\nc") == .terminal)
        #expect(line.output() == "\u{1B}]52;c;YRtdMDtiBwpj\u{7}")
        #expect(terminal.copy(String(repeating: "x", count: Terminal.copyLimit + 1)) == nil)
        #expect(line.output().isEmpty)
        terminal.close()
    }

    @Test("the mouse is asked for, and left alone again, unless it is not wanted")
    func mouse() throws {
        let line = try PseudoTerminal()
        try open(line).close()
        let output = line.output()
        for mode in ["?1002h", "?1006h", "?1002l", "?1006l"] { #expect(output.contains("\u{1B}[\(mode)")) }
        let environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
        try Terminal.open(theme: .test(), environment: environment, hasMouse: false, output: line.program).close()
        let quiet = line.output()
        #expect(!quiet.contains("?1002") && !quiet.contains("?1006"))
    }

    @Test("a terminal that reads no more delays neither frames nor, for more than 2 s, the end; it is left in order")
    func stalled() throws {
        let line = try PseudoTerminal(columns: 200, rows: 60)
        let before = line.settings
        let terminal = try open(line)
        try line.fill()
        for letter in "abcdefgh" {
            let text = String(repeating: letter, count: 200)
            terminal.draw(Frame(terminal.size, rows: Array(repeating: text, count: 60)))
        }
        #expect(!terminal.isFree)
        let closing = ContinuousClock().measure { terminal.close() }
        #expect(closing > .seconds(1.5) && closing < .seconds(3))
        #expect(line.settings == before)
        let output = line.output()
        #expect(output.suffix(80).contains("\u{1B}[?1049l") && output.hasSuffix("\u{1B}[?25h"))
    }

    @Test("Control-S is a key, and stops nothing")
    func controlS() async throws {
        let line = try PseudoTerminal()
        let terminal = try open(line)
        defer { terminal.close() }
        _ = line.output()
        line.type("\u{13}")
        terminal.draw(Frame(terminal.size, rows: ["goes on"]))
        var output = ""
        try await eventually {
            output += line.output()
            return output.contains("goes on")
        }
        #expect(terminal.isFree)
    }

    @Test("what could not be shown in time is shown when the terminal reads again, the newest frame only")
    func recovers() async throws {
        let line = try PseudoTerminal(columns: 200, rows: 60)
        let terminal = try open(line)
        defer { terminal.close() }
        for letter in "abcdefgh" {
            let text = String(repeating: letter, count: 200)
            terminal.draw(Frame(terminal.size, rows: Array(repeating: text, count: 60)))
        }
        #expect(!terminal.isFree)
        var output = ""
        try await eventually {
            output += line.output()
            return terminal.isFree && output.contains("hhhh")
        }
        #expect(!output.contains("gggg"))
    }

    @Test("keys come as they are typed, Escape within 60 ms")
    func keys() async throws {
        let line = try PseudoTerminal()
        let terminal = try open(line)
        defer { terminal.close() }
        var keys: [Key] = []
        terminal.listen { input in
            if case .keys(let more) = input { keys += more }
        }
        line.type("q\u{1B}[A\r")
        try await eventually { keys == [.character("q"), .up, .enter] }
        // The best of a few: whoever else uses the processors must not count.
        var waits: [Duration] = []
        for _ in 0..<5 {
            keys = []
            let start = ContinuousClock.now
            line.type("\u{1B}")
            try await eventually { keys == [.escape] }
            waits.append(ContinuousClock.now - start)
        }
        #expect(try #require(waits.min()) < .milliseconds(60))
    }

    @Test("a terminal that is gone is reported")
    func gone() async throws {
        var line: PseudoTerminal? = try PseudoTerminal()
        let terminal = try open(#require(line))
        defer { terminal.close() }
        var isEnded = false
        terminal.listen { input in
            if input == .ended { isEnded = true }
        }
        line = nil
        try await eventually { isEnded }
    }

    @Test("another size is followed, and suspending gives the terminal back for a while")
    func resizeAndSuspend() throws {
        let line = try PseudoTerminal()
        let before = line.settings
        let terminal = try open(line)
        defer { terminal.close() }
        line.resize(columns: 132, rows: 50)
        #expect(terminal.resize() == Size(columns: 132, rows: 50))
        terminal.draw(Frame(terminal.size, rows: ["hello"]))
        _ = line.output()
        terminal.suspend()
        #expect(line.settings == before)
        #expect(line.output().contains("\u{1B}[?1049l"))
        try terminal.resume()
        #expect(line.settings != before)
        let shown = line.output()
        #expect(shown.contains("\u{1B}[?1049h") && shown.contains("hello") && shown.contains("\u{1B}[?2004h"))
        #expect(!shown.contains("\u{1B}]"), "the palette is the user's")
    }

    /// Waits for a condition, and fails when it does not come true within 30 s.
    private func eventually(_ condition: () throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while try !condition() {
            guard ContinuousClock.now < deadline else { throw Timeout() }
            await Task.yield()
        }
    }

    private struct Timeout: Error {}
}
