import Foundation

/// The program in a real terminal: a tmux of the test's own, gone when the test ends.
final class TerminalSession {
    private let socket = "sendtop-\(UUID().uuidString.prefix(8))"
    private let workspace: Workspace
    private let variables: [String: String]

    /// Starts a shell command in a terminal of that size.
    ///
    /// - Parameter variables: of the command's environment, beside those of the workspace or instead of them.
    init(
        _ command: String,
        columns: Int,
        rows: Int,
        in workspace: Workspace,
        variables: [String: String] = [:]
    ) throws {
        self.workspace = workspace
        self.variables = variables
        // Set before the program starts, which may end at once.
        try tmux(
            "start-server",
            ";",
            "set-option",
            "-g",
            "remain-on-exit",
            "on",
            ";",
            "new-session",
            "-d",
            "-x",
            "\(columns)",
            "-y",
            "\(rows)",
            "-s",
            "s",
            "exec env -i \(environment) \(command)"
        )
        try tmux("set-option", "-g", "escape-time", "10")
        // Programs may put text where tmux pastes from.
        try tmux("set-option", "-s", "set-clipboard", "on")
    }

    /// Shows bytes that were written for a terminal of that size.
    convenience init(showing bytes: [UInt8], columns: Int, rows: Int, in workspace: Workspace) throws {
        let file = workspace.path("bytes-\(UUID().uuidString)")
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        // The title that stands behind them tells when all of them are on the screen.
        let play = "stty raw; cat \(file); printf '\\033]2;shown\\007'; sleep 600"
        try self.init("sh -c \"\(play)\"", columns: columns, rows: rows, in: workspace)
        try eventually("all bytes on the screen", last: { self.screen }) {
            try pane("#{pane_title}") == "shown" ? true : nil
        }
    }

    deinit {
        _ = try? tmux("kill-server")
    }

    private var environment: String {
        let terminal = ["TERM": "tmux-256color"]
        return workspace.environment.merging(terminal) { $1 }.merging(variables) { $1 }.map { "\($0)='\($1)'" }.sorted()
            .joined(separator: " ")
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        try tmux(arguments)
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let all = ["-u", "-L", socket, "-f", "/dev/null"] + arguments
        let run = try Tool.run("/usr/bin/env", ["tmux"] + all, environment: workspace.environment)
        guard run.status == 0 else { throw NotSeen(what: "tmux \(arguments)", last: run.errors) }
        return run.output
    }

    /// What is on the screen, a line a row.
    var screen: String {
        (try? tmux("capture-pane", "-p", "-t", "s")) ?? ""
    }

    /// What is on the screen, with the colours that it has.
    var styledScreen: String {
        (try? tmux("capture-pane", "-p", "-e", "-t", "s")) ?? ""
    }

    /// The screen's rows.
    var rows: [String] {
        screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// What the program put where the terminal pastes from, last.
    var clipboard: String {
        (try? tmux("show-buffer")) ?? ""
    }

    /// Types a command into the palette and runs it.
    func command(_ text: String) throws {
        try press(":")
        try see("▌command")
        try type(text)
        try see(" : \(text)")
        try press("Enter")
    }

    /// Types a filter and keeps it.
    func filter(_ text: String) throws {
        try press("/")
        try type(text)
        try see("/ \(text)")
        try press("Enter")
    }

    /// Waits until the screen shows a text no more.
    func seeNo(_ text: String, within seconds: Double = 60) throws {
        try eventually("no \"\(text)\" on the screen", within: seconds, last: { self.screen }) {
            screen.contains(text) ? nil : true
        }
    }

    /// Presses keys by tmux's names for them, such as `Enter`, `Escape`, `Down`.
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", "-t", "s", key) }
    }

    /// Types text as it stands.
    func type(_ text: String) throws {
        try tmux("send-keys", "-t", "s", "-l", text)
    }

    /// Sends bytes as the terminal itself would.
    func send(_ bytes: [UInt8]) throws {
        try tmux(["send-keys", "-t", "s", "-H"] + bytes.map { String($0, radix: 16) })
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-t", "s", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// Waits until the screen shows a text.
    @discardableResult
    func see(_ text: String, within seconds: Double = 60) throws -> String {
        try eventually("\"\(text)\" on the screen", within: seconds, last: { self.screen }) {
            let screen = screen
            return screen.contains(text) ? screen : nil
        }
    }

    /// Waits until a row of the screen passes a test.
    @discardableResult
    func seeRow(_ what: String, within seconds: Double = 60, _ test: (String) -> Bool) throws -> String {
        try eventually("a row: \(what)", within: seconds, last: { self.screen }) { rows.first(where: test) }
    }

    /// Waits until one reading of all rows passes a test: of two readings the later one may be of another frame, and
    /// one may be of a frame that is half drawn.
    @discardableResult
    func seeRows(_ what: String, _ test: ([String]) -> Bool) throws -> [String] {
        try eventually("rows: \(what)", last: { self.screen }) {
            let rows = rows
            return test(rows) ? rows : nil
        }
    }

    /// Waits until one reading of the screen with its colours passes a test.
    func seeColors(_ what: String, _ test: (String) -> Bool) throws {
        try eventually("colours: \(what)", last: { self.styledScreen }) { test(styledScreen) ? true : nil }
    }

    /// Waits until the program has ended.
    func expectEnded() throws {
        try eventually("the end of the program", last: { self.screen }) {
            try pane("#{pane_dead}") == "1" ? true : nil
        }
    }

    /// What tmux knows of the pane, by its format language.
    func pane(_ format: String) throws -> String {
        try tmux("display-message", "-p", "-t", "s", format).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension [String] {
    /// Whether for each group of words there is a row that holds them all.
    func show(_ groups: [[String]]) -> Bool {
        groups.allSatisfy { words in contains { row in words.allSatisfy(row.contains) } }
    }
}
