import Foundation
import SendtopCore

/// Where a secret comes from; never from a flag or the configuration file itself.
enum SecretSource: Sendable, Hashable {
    /// A variable of the environment.
    case environment(String)
    /// A file that holds nothing but the secret.
    case file(String)
    /// A command whose output is the secret.
    case command(String)

    /// Why a secret cannot be had, without a full stop.
    struct Failure: Error {
        var reason: String
    }

    /// The secret's text, as it stands there; empty when the variable is not set.
    func text(environment: [String: String]) throws(Failure) -> String {
        switch self {
        case .environment(let name): return environment[name] ?? ""
        case .file(let path):
            do {
                return try String(contentsOfFile: path.expandingHome, encoding: .utf8)
            } catch {
                throw Failure(reason: "the file \(path): \(FileFailure.sentence(error))")
            }
        case .command(let command): return try SecretSource.output(of: command)
        }
    }

    private static func output(of command: String) throws(Failure) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        let data: Data
        do {
            try process.run()
            data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        } catch {
            throw Failure(reason: "the command could not be started")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(reason: "the command ended with status \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
