import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite("the terminal after the end")
    struct RestoreTests {
        @Test("is as it was after q and Ctrl-C", arguments: ["q", "C-c"])
        func keys(key: String) throws {
            let shell = try DemoShell()
            try shell.screen.press(key)
            try shell.expectRestored()
        }

        @Test(
            "is as it was after a signal, also one that ends the program at once",
            arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT]
        )
        func signals(signal: Int32) throws {
            let shell = try DemoShell()
            kill(try shell.pid(), signal)
            try shell.expectRestored()
        }

        @Test("a terminal that has stopped reading delays the end by two seconds at most, and no postback is lost")
        func stalled() throws {
            let workspace = try Workspace()
            let port = try Connection.freePort()
            let terminal = try Pseudoterminal(
                ["demo", "--listen", "127.0.0.1:\(port)"],
                columns: 160,
                rows: 45,
                in: workspace
            )
            try terminal.read(until: "delivered")
            // From here on nobody reads, and the line is full.
            terminal.fill()
            let body = PagePostbacks.delivered("in-flight")
            let connection = try eventually("the listener") { try? Connection(port: port) }
            let head = "POST /postback HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(body.count)\r\n\r\n"
            try connection.send(Array(head.utf8) + body.prefix(10))
            poll(nil, 0, 2_000)
            let start = Date()
            kill(terminal.pid, SIGTERM)
            poll(nil, 0, 200)
            try connection.send(Array(body.dropFirst(10)))
            let answer = String(decoding: try connection.readToEnd(), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 200"))
            try eventually("the end") { terminal.isRunning ? nil : true }
            // Two seconds, and what a busy machine adds.
            #expect(Date().timeIntervalSince(start) < 8)
            let left = String(decoding: try terminal.readToEnd().suffix(100), as: UTF8.self)
            #expect(left.contains("\u{1B}[?1049l") && left.hasSuffix("\u{1B}[?25h"))
        }
    }
}

/// A shell that notes the terminal's settings before and after the demo.
private final class DemoShell {
    let workspace: Workspace
    let screen: TerminalSession

    init() throws {
        workspace = try Workspace()
        let script = workspace.path("script.sh")
        try """
        stty -a > \(workspace.path("before"))
        sh -c 'echo $$ > \(workspace.path("pid")); exec \(Binary.path) demo'
        stty -a > \(workspace.path("after"))
        echo the end of the script
        cat
        """.write(toFile: script, atomically: true, encoding: .utf8)
        screen = try TerminalSession("bash \(script)", columns: 100, rows: 30, in: workspace)
        try screen.see("delivered")
    }

    func pid() throws -> Int32 {
        let text = try String(contentsOfFile: workspace.path("pid"), encoding: .utf8)
        return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    func expectRestored() throws {
        try screen.see("the end of the script")
        let before = try String(contentsOfFile: workspace.path("before"), encoding: .utf8)
        let after = try String(contentsOfFile: workspace.path("after"), encoding: .utf8)
        #expect(before == after)
        #expect(try screen.pane("#{alternate_on}") == "0")
        #expect(try screen.pane("#{cursor_flag}") == "1")
        #expect(!screen.screen.contains("DEMO"))
    }
}
