import Foundation

/// A shell command that runs while the test goes on, such as the program under limits; killed when the test ends.
final class Shell {
    private let child: Child
    private let log: String

    init(_ command: String, in workspace: Workspace) throws {
        log = workspace.path("shell.log")
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer {
            close(input)
            close(output)
        }
        child = try Child(
            "bash",
            ["-c", command],
            environment: workspace.environment,
            descriptors: [input, output, output]
        )
    }

    var pid: Int32 {
        child.pid
    }

    /// The port of the listener that the command has become.
    func port() throws -> UInt16 {
        try eventually("a port in the log", last: { self.said }) {
            said.ranges(of: "http://127.0.0.1:").last.flatMap { UInt16(said[$0.upperBound...].prefix { $0.isNumber }) }
        }
    }

    var said: String {
        (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    }

    /// Sends a signal and waits for the end.
    func end(_ signal: Int32) throws -> Int32 {
        kill(child.pid, signal)
        return try eventually("the end of the process", last: { self.said }) { child.isRunning ? nil : child.wait() }
    }
}
