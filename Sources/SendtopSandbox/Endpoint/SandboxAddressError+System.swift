import Foundation
import NIOCore

extension SandboxAddressError {
    /// Takes what binding a socket threw; `nil` for an error of anything else.
    init?(binding error: any Error, host: String, port: Int) {
        let obstacle: Obstacle
        switch error {
        case let error as IOError:
            switch error.errnoCode {
            case EADDRINUSE: obstacle = .taken
            case EACCES, EPERM: obstacle = .notPermitted
            case EADDRNOTAVAIL: obstacle = .notOurs
            default: obstacle = .other(String(cString: strerror(error.errnoCode)))
            }
        case is SocketAddressError, is SocketAddressError.UnknownHost: obstacle = .unknownHost
        default: return nil
        }
        self.init(host: host, port: port, obstacle: obstacle)
    }
}
