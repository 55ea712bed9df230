import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension Trouble {
    /// Takes what the HTTP client threw.
    ///
    /// - Parameter status: The answer's status, when its head had come.
    public init(_ error: any Error, status: Int?) {
        if let status, !(error is CancellationError) {
            self = .brokenOff(status: status)
            return
        }
        switch error {
        case let error as HTTPClientError: self = Trouble(error)
        case let error as NIOConnectionError: self = Trouble(error)
        case let error as IOError: self = Trouble(error)
        case is CancellationError: self = .cancelled
        case HTTPParserError.invalidEOFState: self = .brokenOff(status: nil)
        case is HTTPParserError: self = .notHTTP
        case is ChannelError: self = .brokenOff(status: nil)
        case let error as NIOSSLError: self = Trouble(error)
        case is NIOSSLExtraError: self = .untrusted
        case is BoringSSLError: self = .tls("\(error)")
        case is SocketAddressError, is SocketAddressError.UnknownHost: self = .unknownHost
        default: self = .other("\(error)")
        }
    }

    private init(_ error: HTTPClientError) {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout: self = .connectTimeout
        case .tlsHandshakeTimeout: self = .tls("the handshake took too long")
        case .invalidProxyResponse: self = .proxy("it did not open a tunnel")
        case .proxyAuthenticationRequired: self = .proxy("it wants a user and a password")
        case .httpProxyHandshakeTimeout, .socksHandshakeTimeout: self = .proxy("it took too long")
        case .deadlineExceeded, .readTimeout, .writeTimeout: self = .timeout
        case .remoteConnectionClosed, .uncleanShutdown: self = .brokenOff(status: nil)
        case .cancelled: self = .cancelled
        default: self = .other(error.shortDescription)
        }
    }

    private init(_ error: NIOConnectionError) {
        let failures = error.connectionErrors.map(\.error)
        if failures.isEmpty {
            self = .unknownHost
        } else if failures.contains(where: { ($0 as? IOError)?.errnoCode == ECONNREFUSED }) {
            self = .refused
        } else if let failure = failures.compactMap({ $0 as? IOError }).first {
            self = Trouble(failure)
        } else {
            self = .connectTimeout
        }
    }

    private init(_ error: IOError) {
        switch error.errnoCode {
        case ECONNREFUSED: self = .refused
        case ECONNRESET, EPIPE: self = .brokenOff(status: nil)
        default: self = .unreachable(String(cString: strerror(error.errnoCode)))
        }
    }

    private init(_ error: NIOSSLError) {
        switch error {
        case .unableToValidateCertificate, .noCertificateToValidate:
            self = .untrusted
        case .handshakeFailed(let reason):
            let isUntrusted = "\(reason)".contains("CERTIFICATE_VERIFY_FAILED")
            self = isUntrusted ? .untrusted : .tls("the handshake failed")
        case .uncleanShutdown: self = .brokenOff(status: nil)
        default: self = .tls("\(error)")
        }
    }
}
