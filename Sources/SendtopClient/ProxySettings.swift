import Foundation
import SendtopCore

/// The proxies that the environment names, by the variables and rules of curl: `http_proxy`, `https_proxy`,
/// `all_proxy` and `no_proxy`; all but the first in capitals too.
///
/// This machine itself is never reached through a proxy.
public struct ProxySettings: Sendable {
    /// One proxy.
    struct Proxy: Sendable, Hashable {
        var isSOCKS: Bool
        var host: String
        var port: Int
        var user: String?
        var password: String?
    }

    private let environment: [String: String]

    /// Takes the variables of an environment; they are read when a client is made.
    public init(environment: [String: String]) {
        self.environment = environment
    }

    /// The proxies of this process's own environment.
    public static var inherited: ProxySettings {
        ProxySettings(environment: ProcessInfo.processInfo.environment)
    }

    /// No proxies at all.
    public static let none = ProxySettings(environment: [:])

    /// The proxy on the way to an endpoint, when there is one.
    ///
    /// - Throws: `EndpointError.proxy` when its variable cannot be understood.
    func proxy(to endpoint: Endpoint) throws(EndpointError) -> Proxy? {
        guard !isDirect(endpoint.host) else { return nil }
        // A server that runs programs sets HTTP_PROXY from a request's header, so curl ignores it.
        let names = endpoint.isSecure ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
        for name in names + ["all_proxy", "ALL_PROXY"] {
            guard let text = environment[name], !text.isEmpty else { continue }
            guard let proxy = ProxySettings.parsed(text) else { throw .proxy(variable: name) }
            return proxy
        }
        return nil
    }

    private func isDirect(_ host: String) -> Bool {
        let host = host.lowercased()
        if host == "localhost" || host == "::1" || host.hasPrefix("127.") { return true }
        let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        return list.split(separator: ",").contains { item in
            var name = item.trimmingCharacters(in: .whitespaces).lowercased()[...]
            if name == "*" { return true }
            if name.hasPrefix(".") { name.removeFirst() }
            return !name.isEmpty && (host == name || host.hasSuffix(".\(name)"))
        }
    }

    private static func parsed(_ text: String) -> Proxy? {
        guard
            let parts = URLComponents(string: text.contains("://") ? text : "http://\(text)"),
            let host = parts.host, !host.isEmpty, parts.hasPossiblePort
        else { return nil }
        let isSOCKS: Bool
        switch parts.scheme?.lowercased() {
        case "http": isSOCKS = false
        case "socks5", "socks5h", "socks": isSOCKS = true
        default: return nil
        }
        return Proxy(
            isSOCKS: isSOCKS,
            host: host.trimmingCharacters(in: ["[", "]"]),
            port: parts.port ?? 1080,
            user: parts.user,
            password: parts.password
        )
    }
}
