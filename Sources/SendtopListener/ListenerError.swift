/// Why the listener cannot do its work.
public enum ListenerError: Error, Sendable, Hashable {
    /// What stands between us and an address.
    public enum Obstacle: Sendable, Hashable {
        /// Another program listens there; which, when known.
        case taken(by: PortHolder?)
        /// This user may not listen there.
        case notPermitted
        /// The address belongs to no interface of this machine.
        case notOurs
        /// The name has no address.
        case unknownHost
        /// Something else, as the system names it.
        case other(String)
    }

    /// The address cannot be listened on.
    case cannotListen(host: String, port: Int, Obstacle)
}

extension ListenerError: CustomStringConvertible {
    /// One sentence that names address and port, and says what to do.
    public var description: String {
        switch self {
        case .cannotListen(let host, let port, let obstacle):
            let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
            return "Cannot listen on \(place): \(obstacle.sentence(port: port))"
        }
    }
}

extension ListenerError.Obstacle {
    fileprivate func sentence(port: Int) -> String {
        switch self {
        case .taken(let holder):
            "\(holder.map { "process \($0.process) (\($0.name))" } ?? "another program") has this port; stop it, or choose another with --listen HOST:PORT."
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
