import Foundation

/// A run of the program, or of another one, to its end.
struct Tool {
    let status: Int32
    let output: String
    let errors: String

    /// Runs a program and waits for it.
    static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        input: String? = nil
    ) throws -> Tool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        let stdin = Pipe()
        process.standardInput = stdin
        try process.run()
        if let input { try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try stdin.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Tool(
            status: process.terminationStatus,
            output: String(decoding: data, as: UTF8.self),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    /// Runs `sendtop`.
    static func sendtop(_ arguments: String..., in workspace: Workspace, input: String? = nil) throws -> Tool {
        try run(Binary.path, arguments, environment: workspace.environment, input: input)
    }
}
