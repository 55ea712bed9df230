import HummingbirdCore

/// What a path leads to.
enum Route: Equatable {
    /// - Parameter token: the secret that the path or the query holds.
    case postback(token: String?)
    case health
    case readiness
    /// - Parameter token: the secret that the query holds.
    case metrics(token: String?)
    case nothing

    /// Finds the route of a request.
    ///
    /// - Parameters:
    ///   - target: what the request asks for, as it came.
    ///   - postbackPath: the path that takes postbacks, as `canonical(_:)` gives it.
    ///   - hasTokens: whether a part of the path after that one is a token.
    init(_ target: String, postbackPath: String, hasTokens: Bool) {
        let uri = URI(target)
        let path = Route.canonical(uri.path)
        switch path {
        case postbackPath: self = .postback(token: hasTokens ? uri.query.flatMap(Route.token) : nil)
        case "/healthz": self = .health
        case "/readyz": self = .readiness
        case "/metrics": self = .metrics(token: uri.queryParameters["token"].map(String.init))
        default:
            let root = postbackPath == "/" ? "/" : postbackPath + "/"
            self = hasTokens && path.hasPrefix(root) ? .postback(token: String(path.dropFirst(root.count))) : .nothing
        }
    }

    /// The path with a slash before it and, but for the root, none after it.
    static func canonical(_ path: String) -> String {
        var path = path[...]
        if path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.hasPrefix("/") ? String(path) : "/\(path)"
    }

    private static func token(in query: String) -> String? {
        for pair in query.split(separator: "&") where pair.hasPrefix("token=") {
            return String(pair.dropFirst("token=".count))
        }
        return nil
    }
}
