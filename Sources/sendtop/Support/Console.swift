import Foundation
import SendtopCore

/// Standard output and standard error; every line passes the text gate.
enum Console {
    /// Writes one line to standard output.
    ///
    /// - Returns: whether the reader is still there; one that had enough is no fault of ours.
    /// - Throws: `CommandFailure` when the output is lost, as on a full disk.
    @discardableResult
    static func print(_ line: String) throws(CommandFailure) -> Bool {
        try printData(TextGate.line(line) + "\n")
    }

    /// Writes text that is clean already, such as JSON with its escapes, to standard output.
    ///
    /// - Returns: whether the reader is still there; one that had enough is no fault of ours.
    /// - Throws: `CommandFailure` when the output is lost, as on a full disk.
    @discardableResult
    static func printData(_ text: String) throws(CommandFailure) -> Bool {
        switch write(text, to: STDOUT_FILENO) {
        case 0: return true
        case EPIPE: return false
        case let fault:
            throw CommandFailure(.notDone, "Standard output cannot be written: \(String(cString: strerror(fault))).")
        }
    }

    /// Writes lines to standard error.
    static func printError(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // There is nobody else to tell.
            _ = write(TextGate.line(String(line)) + "\n", to: STDERR_FILENO)
        }
    }

    /// Whether a person sees standard output on a terminal.
    static var isTerminal: Bool {
        isatty(STDOUT_FILENO) == 1
    }

    /// Whether a person can type.
    static var hasKeyboard: Bool {
        isatty(STDIN_FILENO) == 1
    }

    /// Whether the environment names no locale, or one whose characters are UTF-8.
    static var isUTF8: Bool {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = locale?.lowercased() ?? "utf-8"
        return name.contains("utf-8") || name.contains("utf8")
    }

    /// Writes all of a text.
    ///
    /// - Returns: 0, or the system's number for why it could not.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                let fault = errno
                guard fault == EINTR || fault == EAGAIN else { return fault }
                // Whoever shares the descriptor has made it one that does not wait.
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                if fault == EAGAIN { poll(&room, 1, -1) }
                continue
            }
            rest = rest.dropFirst(written)
        }
        return 0
    }
}
