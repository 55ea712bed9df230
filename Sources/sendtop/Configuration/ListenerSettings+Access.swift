import Foundation
import SendtopCore
import SendtopListener

extension ListenerSettings {
    /// Gets the secrets from where they are, and makes the policy.
    ///
    /// - Throws: `CommandFailure` when a secret cannot be had, or is none.
    func access(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> AccessPolicy {
        let tokens = try lines(self.tokens, of: "token", environment).flatMap { line in
            try line.text.split(separator: " ").map(String.init).map { token in
                guard !ListenerSettings.isToken(token) else { return token }
                throw failure(
                    "\(line.place): a token must have \(ListenerSettings.tokenLength) or more characters, of letters,"
                        + " digits, '-', '.', '_' and '~'; one there has \(token.count). openssl rand -hex 24 makes one."
                )
            }
        }
        let credentials = try lines(self.credentials, of: "name and password", environment).map { line in
            guard !ListenerSettings.isNameAndPassword(line.text) else { return line.text }
            throw failure(
                "\(line.place): a name and password for basic authentication must be written as name:password, one a line."
            )
        }
        return AccessPolicy(
            tokens: tokens.map(Secret.init),
            credentials: credentials.map(Secret.init),
            allowed: allowed,
            proxies: proxies
        )
    }

    /// A line of a secret's source, and where it stands, as the first words of a sentence.
    private struct Line {
        var text: String
        var place: String
    }

    private func lines(_ source: SecretSource?, of kind: String, _ environment: [String: String]) throws -> [Line] {
        guard let source else { return [] }
        do {
            let lines = try source.text(environment: environment, within: ListenerSettings.patience)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .enumerated()
                .map { Line(text: $1.trimmingCharacters(in: .whitespaces), place: source.place(ofLine: $0 + 1)) }
                .filter { !$0.text.isEmpty }
            // A file that was named and holds nothing must not leave the door open.
            if case .environment = source { return lines }
            guard !lines.isEmpty else { throw SecretSource.Failure(reason: source.emptiness) }
            return lines
        } catch let error as SecretSource.Failure {
            throw failure("The listener's \(kind) cannot be had: \(error.reason).")
        }
    }

    /// Whether there is a name before the first colon, and a password, of whatever characters, after it.
    private static func isNameAndPassword(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    }

    private static func isToken(_ text: String) -> Bool {
        text.utf8.count >= tokenLength
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        || "-._~".unicodeScalars.contains(scalar))
            }
    }

    private func failure(_ sentence: String) -> CommandFailure {
        CommandFailure(.configuration, sentence)
    }
}

extension HostPort {
    /// Whether only programs of this machine can reach the address.
    var isLoopback: Bool {
        host.lowercased() == "localhost" || IPAddress(host)?.isLoopback == true
    }
}
