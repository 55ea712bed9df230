import Foundation
import SendtopUI
import Testing

@testable import SendtopTerminal

/// Each case dies in a process of its own, on a terminal that the test keeps.
@Suite(.serialized) struct CrashGuardTests {
    @Test("a Swift trap leaves the terminal as it was, and its message is repeated there")
    func trap() async throws {
        let line = try PseudoTerminal()
        let before = line.settings
        let path = try line.path
        await #expect(processExitsWith: .failure) { [path = path as String] in
            try await show(on: path) {
                let none: [Int] = []
                print(none[1])
            }
        }
        let output = expectRestored(line, before)
        #expect(output.contains("Fatal error: Index out of range"))
    }

    @Test("a bad pointer leaves the terminal as it was")
    func badPointer() async throws {
        let line = try PseudoTerminal()
        let before = line.settings
        let path = try line.path
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
            try await show(on: path) { print(UnsafePointer<Int>(bitPattern: 8)?.pointee ?? 0) }
        }
        expectRestored(line, before)
    }

    @Test("a stack that is full leaves the terminal as it was")
    func fullStack() async throws {
        let line = try PseudoTerminal()
        let before = line.settings
        let path = try line.path
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
            // The main thread's, the only one whose handler has a stack of its own.
            try await show(on: path) { print(depth(0)) }
        }
        expectRestored(line, before)
    }

    @Test("a signal that nobody handles leaves the terminal as it was", arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGABRT])
    func signals(signal: Int32) async throws {
        let line = try PseudoTerminal()
        let before = line.settings
        let path = try line.path
        await #expect(processExitsWith: .failure) { [path = path as String, signal = signal as Int32] in
            try await show(on: path) {
                kill(getpid(), signal)
                pause()
            }
        }
        expectRestored(line, before)
    }

    @discardableResult
    private func expectRestored(_ line: PseudoTerminal, _ before: [UInt8]) -> String {
        #expect(line.settings == before)
        let output = line.output()
        #expect(output.contains("\u{1B}[?1049h") && output.contains("hello"))
        let left = output.split(separator: "hello").last ?? ""
        for mode in ["?2004l", "?1004l", "?1049l", "?25h"] { #expect(left.contains("\u{1B}[\(mode)")) }
        return output
    }
}

/// Draws on a terminal, and dies.
@MainActor
private func show(on path: String, then die: () -> Void) throws {
    let descriptor = open(path, O_RDWR | O_NOCTTY)
    dup2(descriptor, STDERR_FILENO)
    let terminal = try Terminal.open(
        theme: .test(),
        environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
        output: descriptor
    )
    terminal.draw(Frame(terminal.size, rows: ["hello"]))
    withExtendedLifetime(terminal, die)
}

private func depth(_ number: Int) -> Int {
    number < 0 ? 0 : depth(number + 1) + number
}
