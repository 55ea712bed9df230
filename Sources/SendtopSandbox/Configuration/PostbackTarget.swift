import Foundation
import SendtopCore

/// A URL that postbacks go to.
///
/// Basic authentication stands in the URL as `http://user:password@host/path`; a token stands in its path or query.
public struct PostbackTarget: Sendable, Hashable {
    /// Where to post, without user and password.
    let url: String
    /// The `Authorization` header, when the URL named a user.
    let authorization: String?

    /// Reads a target from a URL.
    ///
    /// - Throws: `SandboxConfigurationError` when the text is no URL of `http` or `https` with a host.
    public init(url text: String) throws(SandboxConfigurationError) {
        guard
            var parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host, !host.isEmpty, parts.hasPossiblePort
        else { throw PostbackTarget.refusal(of: text) }
        let user = parts.user
        let password = parts.password
        parts.user = nil
        parts.password = nil
        guard let url = parts.string else { throw PostbackTarget.refusal(of: text) }
        self.url = url
        authorization = user.map { user in
            "Basic " + Data("\(user):\(password ?? "")".utf8).base64EncodedString()
        }
    }

    private static func refusal(of text: String) -> SandboxConfigurationError {
        SandboxConfigurationError(faults: [.init(key: "postback_url", value: text, rule: .url)])
    }
}

extension PostbackTarget: CustomStringConvertible {
    /// Scheme, host and port; the rest of the URL may hold a secret.
    public var description: String {
        guard
            let parts = URLComponents(string: url),
            let scheme = parts.scheme, let host = parts.host
        else { return "" }
        return "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }
}
