import Foundation

/// A `sendtop` that runs while the test goes on; killed when the test ends.
final class Background {
    private let child: Child
    private let log: String

    /// Starts it; what it says goes to a file.
    ///
    /// - Parameters:
    ///   - environment: variables besides those of every person.
    ///   - program: another one that becomes `sendtop`.
    init(
        _ arguments: [String],
        in workspace: Workspace,
        name: String,
        environment: [String: String] = [:],
        program: String? = nil
    ) throws {
        log = workspace.path("\(name).log")
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let output = open(log, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer {
            close(input)
            close(output)
        }
        child = try Child(
            program ?? Binary.path,
            arguments,
            environment: workspace.environment.merging(environment) { $1 },
            descriptors: [input, output, output]
        )
    }

    var pid: Int32 {
        child.pid
    }

    var hasEnded: Bool {
        !child.isRunning
    }

    var said: String {
        (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    }

    /// The port of a line such as `… url=http://127.0.0.1:40213/postback`.
    func port(after marker: String = "http://127.0.0.1:") throws -> UInt16 {
        try eventually("a port in the log", last: { self.said }) {
            said.ranges(of: marker).last.flatMap { range in
                UInt16(said[range.upperBound...].prefix { $0.isNumber })
            }
        }
    }

    /// Waits until it has said something.
    func waits(for text: String) throws {
        try eventually("\(text) in the log", last: { said }) { said.contains(text) ? true : nil }
    }

    /// Sends a signal and waits for the end.
    @discardableResult
    func end(_ signal: Int32) throws -> Int32 {
        kill(child.pid, signal)
        return try eventually("the end of the process", last: { self.said }) {
            child.isRunning ? nil : child.wait()
        }
    }
}
