/// Where the listener takes postbacks, and how much of one it takes.
public struct ListenerConfiguration: Sendable, Hashable {
    /// The port that postbacks come to unless another is named: S-E-N-D on a telephone's keys.
    public static let defaultPort = 7363

    /// The name or address to listen on.
    public var host: String
    /// The port to listen on; 0 for a free one.
    public var port: Int
    /// The path that takes postbacks, such as `/postback`; a slash at its end makes no difference.
    public var path: String
    /// Bytes that a body may have at most.
    public var bodyLimit: Int
    /// How long a body may take to arrive; its connection is closed after that.
    public var bodyTimeout: Duration

    /// Makes a configuration; nothing is checked before the listener runs.
    public init(
        host: String = "127.0.0.1",
        port: Int = ListenerConfiguration.defaultPort,
        path: String = "/postback",
        bodyLimit: Int = 1 << 20,
        bodyTimeout: Duration = .seconds(10)
    ) {
        self.host = host
        self.port = port
        self.path = path
        self.bodyLimit = bodyLimit
        self.bodyTimeout = bodyTimeout
    }

    /// The URL to give the service.
    ///
    /// - Parameter port: The port that was bound.
    func url(port: Int) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(port)\(Route.canonical(path))"
    }
}
