import Foundation
import SendtopCore

extension Profile {
    /// Gets the API key from where the profile says it is.
    ///
    /// - Throws: `CommandFailure` when it is not there.
    func key(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Secret {
        let text: String
        switch keySource {
        case .sandbox(let key):
            text = environment["SENDTOP_API_KEY"] ?? key
        case .environment(let name):
            text = environment[name] ?? ""
        case .file(let path):
            do {
                text = try String(contentsOfFile: (path as NSString).expandingTildeInPath, encoding: .utf8)
            } catch {
                throw fault(.keySource(profile: name, "the file \(path): \(FileFailure.sentence(error))"))
            }
        case .command(let command):
            text = try output(of: command)
        }
        let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !key.isEmpty else { throw fault(.noKey(profile: name)) }
        return Secret(key)
    }

    private func output(of command: String) throws -> String {
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
            throw fault(.keySource(profile: name, "the command could not be started"))
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw fault(.keySource(profile: name, "the command ended with status \(process.terminationStatus)"))
        }
        return String(decoding: data, as: UTF8.self)
    }

    private func fault(_ problem: ConfigurationFault.Problem) -> CommandFailure {
        CommandFailure(.configuration, "\(ConfigurationFault(place: nil, problem: problem))")
    }
}
