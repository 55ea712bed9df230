import HTTPTypes

/// The names of headers that HTTP itself does not know.
enum SandboxHeader {
    static let requestID = name("x-request-id")
    static let runtime = name("x-runtime")
    static let limit = name("x-ratelimit-limit")
    static let remaining = name("x-ratelimit-remaining")
    static let reset = name("x-ratelimit-reset")

    private static func name(_ text: StaticString) -> HTTPField.Name {
        // The parsed initialiser refuses only what is no token, and these are tokens.
        HTTPField.Name("\(text)") ?? .server
    }
}
