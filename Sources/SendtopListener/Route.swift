/// What a path leads to.
enum Route {
    case postback
    case health
    case nothing

    /// Finds the route of a request.
    ///
    /// - Parameters:
    ///   - path: the path of the request, without its query.
    ///   - postbackPath: the path that takes postbacks, as `canonical(_:)` gives it.
    init(path: String, postbackPath: String) {
        switch Route.canonical(path) {
        case postbackPath: self = .postback
        case "/healthz": self = .health
        default: self = .nothing
        }
    }

    /// The path with a slash before it and, but for the root, none after it.
    static func canonical(_ path: String) -> String {
        var path = path[...]
        if path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.hasPrefix("/") ? String(path) : "/\(path)"
    }
}
