import Foundation
import SendtopCore

/// Where sends go, and how long they may take.
public struct Endpoint: Sendable, Hashable {
    /// The URL that the service's paths are appended to; no slash at its end, no user, no query.
    public let baseURL: String
    /// The host of the URL, without brackets.
    public let host: String
    /// Whether the connection is encrypted, and its certificate checked.
    public let isSecure: Bool
    /// A PEM file of certificates to trust instead of the system's.
    public var caFile: String?
    /// How long a connection may take to come about.
    public var connectTimeout: Duration
    /// How long a send may take in all, further attempts included.
    public var totalTimeout: Duration

    /// Takes an instance's name, such as `us-01`, or any URL with `http` or `https`.
    ///
    /// - Throws: `EndpointError` when the text is neither.
    public init(
        _ text: String,
        caFile: String? = nil,
        connectTimeout: Duration = .seconds(5),
        totalTimeout: Duration = .seconds(30)
    ) throws(EndpointError) {
        let url = Instance(rawValue: text.lowercased())?.baseURL ?? text
        guard
            let parts = URLComponents(string: url),
            let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host, !host.isEmpty, parts.hasPossiblePort
        else { throw .notURL(text) }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw .tooMuch
        }
        var base = url
        while base.hasSuffix("/") { base.removeLast() }
        baseURL = base
        self.host = host.trimmingCharacters(in: ["[", "]"])
        isSecure = scheme == "https"
        self.caFile = caFile
        self.connectTimeout = connectTimeout
        self.totalTimeout = totalTimeout
    }
}
