import Foundation

/// Finds a free port before anything depends on it.
enum FreePort {
    /// What came of binding a socket for a moment.
    private enum Probe {
        case bound(port: Int)
        /// The system's number.
        case refused(Int32)
    }

    /// The address itself when nobody listens there, else the same host with a port that is free now.
    static func orAnother(_ address: HostPort) -> HostPort {
        guard case .refused = probe(address) else { return address }
        guard case .bound(let port) = probe(HostPort(host: address.host, port: 0)) else { return address }
        return HostPort(host: address.host, port: port)
    }

    /// What `fault(at:)` says of a name without an address.
    static let unknownHost: Int32 = -1

    /// Why nobody can listen at an address now, as the system's number; `nil` when one can. Looks names up.
    static func fault(at address: HostPort) -> Int32? {
        if case .refused(let code) = probe(address) { code } else { nil }
    }

    private static func probe(_ address: HostPort) -> Probe {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host, "\(address.port)", &hints, &list) == 0, let first = list else {
            return .refused(unknownHost)
        }
        defer { freeaddrinfo(list) }
        let info = first.pointee
        let descriptor = socket(info.ai_family, info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), info.ai_protocol)
        guard descriptor >= 0 else { return .refused(errno) }
        defer { close(descriptor) }
        var reuse: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, info.ai_addr, info.ai_addrlen) == 0 else { return .refused(errno) }
        return .bound(port: port(of: descriptor) ?? address.port)
    }

    private static func port(of descriptor: Int32) -> Int? {
        var name = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard result == 0 else { return nil }
        // The port stands at the same place in addresses of IPv4 and of IPv6: behind the family.
        let offset = MemoryLayout<sa_family_t>.size
        return withUnsafeBytes(of: &name) { bytes in
            Int(UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
        }
    }
}
