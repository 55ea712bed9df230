/// Why the endpoint cannot listen at its address.
public struct SandboxAddressError: Error, Sendable, Hashable {
    /// What stands between us and the address.
    public enum Obstacle: Sendable, Hashable {
        /// Another program listens there.
        case taken
        /// This user may not listen there.
        case notPermitted
        /// The address belongs to no interface of this machine.
        case notOurs
        /// The name has no address.
        case unknownHost
        /// Something else, as the system names it.
        case other(String)
    }

    /// The host, as it was given.
    public var host: String
    /// The port, as it was given.
    public var port: Int
    /// What stands between us and it.
    public var obstacle: Obstacle

    /// Makes an error.
    public init(host: String, port: Int, obstacle: Obstacle) {
        self.host = host
        self.port = port
        self.obstacle = obstacle
    }
}

extension SandboxAddressError: CustomStringConvertible {
    /// One sentence that names address and port, and says what to do.
    public var description: String {
        let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        return "The sandbox cannot listen at \(place): \(sentence)"
    }

    private var sentence: String {
        switch obstacle {
        case .taken:
            "another program has this port, perhaps another sandbox; stop it, or choose another with --listen HOST:PORT."
        case .notPermitted:
            "this user may not open port \(port); choose one above 1023 with --listen HOST:PORT."
        case .notOurs:
            "this machine has no such address; choose one that it has, such as 127.0.0.1, with --listen HOST:PORT."
        case .unknownHost:
            "the name has no address; check its spelling, or give an address with --listen HOST:PORT."
        case .other(let text):
            "\(text); choose another address with --listen HOST:PORT."
        }
    }
}
