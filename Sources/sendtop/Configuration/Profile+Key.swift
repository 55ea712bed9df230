import Foundation
import SendtopCore

extension Profile {
    /// Gets the API key from where the profile says it is.
    ///
    /// - Throws: `CommandFailure` when it is not there.
    func key(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Secret {
        let key = try keyText(environment).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !key.isEmpty else { throw fault(.noKey(profile: name)) }
        return Secret(key)
    }

    private func keyText(_ environment: [String: String]) throws -> String {
        let source: SecretSource
        switch keySource {
        case .sandbox(let key):
            return environment[Profile.keyVariable] ?? key
        case .environment(let name): source = .environment(name)
        case .file(let path): source = .file(path)
        case .command(let command): source = .command(command)
        }
        do {
            return try source.text(environment: environment)
        } catch {
            throw fault(.keySource(profile: name, error.reason))
        }
    }

    private func fault(_ problem: ConfigurationFault.Problem) -> CommandFailure {
        CommandFailure(.configuration, "\(ConfigurationFault(place: nil, problem: problem))")
    }
}
