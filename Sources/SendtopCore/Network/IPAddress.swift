import Foundation

/// The address of a machine; an IPv4 address inside IPv6 counts as IPv4.
public struct IPAddress: Sendable, Hashable {
    /// Four or sixteen bytes in network order.
    public let bytes: [UInt8]

    /// Reads an address as text, such as `192.0.2.7` or `2001:db8::1`; `nil` for anything else, names included.
    public init?(_ text: String) {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = four
            return
        }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
        bytes = sixteen.starts(with: mapped) ? Array(sixteen.suffix(4)) : sixteen
    }

    /// Whether the address is this machine's own.
    public var isLoopback: Bool {
        bytes.count == 4 ? bytes.first == 127 : bytes == Array(repeating: 0, count: 15) + [1]
    }
}

extension IPAddress: CustomStringConvertible {
    /// The address in its usual form, an IPv4 address as `192.0.2.7`.
    public var description: String {
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(family, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
