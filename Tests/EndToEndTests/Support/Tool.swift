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
        let files = try Workspace()
        let names = ["input", "output", "errors"].map(files.path)
        try (input ?? "").write(toFile: names[0], atomically: true, encoding: .utf8)
        let descriptors = [
            open(names[0], O_RDONLY | O_CLOEXEC),
            open(names[1], O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
            open(names[2], O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
        ]
        defer { descriptors.forEach { close($0) } }
        let child = try Child(path, arguments, environment: environment, descriptors: descriptors)
        return Tool(
            status: child.wait(),
            output: try String(contentsOfFile: names[1], encoding: .utf8),
            errors: try String(contentsOfFile: names[2], encoding: .utf8)
        )
    }

    /// Runs `sendtop`.
    static func sendtop(_ arguments: String..., in workspace: Workspace, input: String? = nil) throws -> Tool {
        try run(Binary.path, arguments, environment: workspace.environment, input: input)
    }
}
