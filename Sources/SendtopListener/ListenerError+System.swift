import Foundation
import NIOCore

extension ListenerError {
    /// Takes what binding a socket threw.
    init(binding error: any Error, host: String, port: Int) {
        self = .cannotListen(host: host, port: port, Obstacle(error, port: port))
    }
}

extension ListenerError.Obstacle {
    fileprivate init(_ error: any Error, port: Int) {
        switch error {
        case let error as IOError:
            switch error.errnoCode {
            case EADDRINUSE: self = .taken(by: PortHolder(port: port))
            case EACCES, EPERM: self = .notPermitted
            case EADDRNOTAVAIL: self = .notOurs
            default: self = .other(String(cString: strerror(error.errnoCode)))
            }
        case is SocketAddressError, is SocketAddressError.UnknownHost: self = .unknownHost
        default: self = .other("\(error)")
        }
    }
}
