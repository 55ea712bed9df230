/// Where the listener takes postbacks, and how much of them it takes.
public struct ListenerConfiguration: Sendable, Hashable {
    /// The port that postbacks come to unless another is named: S-E-N-D on a telephone's keys.
    public static let defaultPort = 7363

    /// The name or address to listen on.
    public var host: String
    /// The port to listen on; 0 for a free one.
    public var port: Int
    /// The path that takes postbacks, such as `/postback`; a slash at its end makes no difference.
    public var path: String
    /// What one request, one client, and all of them may take.
    public var limits: ListenerLimits

    /// Makes a configuration; nothing is checked before the listener runs.
    public init(
        host: String = "127.0.0.1",
        port: Int = ListenerConfiguration.defaultPort,
        path: String = "/postback",
        limits: ListenerLimits = ListenerLimits()
    ) {
        self.host = host
        self.port = port
        self.path = path
        self.limits = limits
    }

    /// The URL to give the service.
    ///
    /// - Parameters:
    ///   - port: the port that was bound.
    ///   - isEncrypted: whether the listener speaks TLS.
    func url(port: Int, isEncrypted: Bool) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(isEncrypted ? "https" : "http")://\(name):\(port)\(Route.canonical(path))"
    }
}
