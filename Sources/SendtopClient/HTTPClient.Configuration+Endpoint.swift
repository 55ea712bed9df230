import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL

extension HTTPClient.Configuration {
    /// The settings for an endpoint.
    ///
    /// - Throws: `EndpointError` when the CA file or the proxy cannot be used.
    init(endpoint: Endpoint, proxies: ProxySettings) throws(EndpointError) {
        // A redirect would take the key elsewhere.
        self.init(
            redirectConfiguration: .disallow,
            timeout: Timeout(connect: TimeAmount(endpoint.connectTimeout)),
            proxy: try proxies.proxy(to: endpoint).map(Proxy.init)
        )
        // A refused connection is an answer too; the library would try again until the connect timeout.
        connectionPool.retryConnectionEstablishment = false
        if let path = endpoint.caFile {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(try Self.certificates(at: path))
            tlsConfiguration = tls
        }
    }

    private static func certificates(at path: String) throws(EndpointError) -> [NIOSSLCertificate] {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw .caFile(path, reason: "there is no such file, or this user may not read it")
        }
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
            throw .caFile(path, reason: "there is no certificate in it")
        }
        return certificates
    }
}

extension HTTPClient.Configuration.Proxy {
    fileprivate init(_ proxy: ProxySettings.Proxy) {
        if proxy.isSOCKS {
            self = .socksServer(host: proxy.host, port: proxy.port)
        } else {
            let authorization = proxy.user.map {
                HTTPClient.Authorization.basic(username: $0, password: proxy.password ?? "")
            }
            self = .server(host: proxy.host, port: proxy.port, authorization: authorization)
        }
    }
}
