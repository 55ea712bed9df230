import SendtopCore

/// Why nothing can be sent with what is configured.
public enum EndpointError: Error, Sendable, Hashable {
    /// The text is neither an instance nor a URL.
    case notURL(String)
    /// The URL has a user, a query or a fragment, of which the text may hold secrets and is not kept.
    case tooMuch
    /// The file of certificates cannot be read.
    case caFile(String, reason: String)
    /// The key has characters that no header may hold.
    case keyCharacters
    /// The proxy of an environment variable is none that can be used.
    case proxy(variable: String)
}

extension EndpointError: CustomStringConvertible {
    /// One sentence that says what to do.
    public var description: String {
        switch self {
        case .notURL(let text):
            "\(JSON.string(text).text(escaping: .terminalSafe)) is no endpoint; give an instance such as us-01, or a "
                + "URL such as https://rest.iad-01.braze.com."
        case .tooMuch:
            "The endpoint's URL must end after its path, without user, query and fragment."
        case .caFile(let path, let reason):
            "Cannot read certificates from \(TextGate.line(path)): \(reason); give a PEM file."
        case .keyCharacters:
            "The API key holds a blank, a line break or another character that no key has; look at where it comes from."
        case .proxy(let variable):
            "The environment variable \(variable) names no proxy that can be used; give http://HOST:PORT or "
                + "socks5://HOST:PORT, or unset it."
        }
    }
}
