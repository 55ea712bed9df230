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

    /// Why there is no secret where nothing stands, without a full stop.
    var emptiness: String {
        switch self {
        case .environment(let name): "the environment variable \(name) is empty"
        case .file(let path): "there is nothing in the file \(path)"
        case .command: "its command printed nothing"
        }
    }

    /// Where a line of it stands, as the first words of a sentence.
    func place(ofLine number: Int) -> String {
        switch self {
        case .environment(let name): "Line \(number) of the environment variable \(name)"
        case .file(let path): "\(path), line \(number)"
        case .command: "Line \(number) of what the command printed"
        }
    }

    /// The secret's text, as it stands there; empty when the variable is not set.
    ///
    /// - Parameter limit: how long a command may take; for ever without one, for a person who types a passphrase.
    func text(environment: [String: String], within limit: TimeSpan? = nil) throws(Failure) -> String {
        switch self {
        case .environment(let name): return environment[name] ?? ""
        case .file(let path):
            do {
                let text = try WholeFile.text(at: path.expandingHome)
                // Some editors put a mark of byte order first, which is no part of the secret.
                return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
            } catch {
                throw Failure(reason: "the file \(path): \(FileFailure.sentence(error))")
            }
        case .command(let command): return try SecretCommand(command).output(within: limit)
        }
    }
}
