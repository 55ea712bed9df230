import ArgumentParser

/// An address to listen on, such as `127.0.0.1:7363` or `[::1]:7363`.
struct HostPort: Sendable, Hashable {
    var host: String
    /// 0 takes any free port.
    var port: Int

    /// Where postbacks are taken in by default; the port spells S-E-N-D.
    static let listener = HostPort(host: "127.0.0.1", port: 7363)
    /// Where the sandbox plays the service by default.
    static let sandbox = HostPort(host: "127.0.0.1", port: 7364)

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        var host = String(text[..<colon])
        guard let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port) else { return nil }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.init(host: host, port: port)
    }
}

extension HostPort: CustomStringConvertible {
    var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension HostPort: ExpressibleByArgument {
    init?(argument: String) {
        self.init(argument)
    }
}
