import Foundation

/// A `sendtop` that runs while the test goes on; killed when the test ends.
final class Background {
    private let process = Process()
    private let log: String

    /// Starts it; what it says goes to a file.
    init(_ arguments: [String], in workspace: Workspace, name: String) throws {
        log = workspace.path("\(name).log")
        FileManager.default.createFile(atPath: log, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        process.executableURL = URL(fileURLWithPath: try Binary.path)
        process.arguments = arguments
        process.environment = workspace.environment
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var pid: Int32 {
        process.processIdentifier
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

    /// Sends a signal and waits for the end.
    @discardableResult
    func end(_ signal: Int32) throws -> Int32 {
        kill(process.processIdentifier, signal)
        return try eventually("the end of the process", last: { self.said }) {
            process.isRunning ? nil : process.terminationStatus
        }
    }
}
