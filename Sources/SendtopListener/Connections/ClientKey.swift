import SendtopCore

/// What counts as one client: an IPv4 address, or a /64 network of IPv6, which one machine usually has all of.
struct ClientKey: Hashable, Sendable {
    private let bits: UInt64
    private let isNetwork: Bool

    init(_ address: IPAddress) {
        isNetwork = address.bytes.count == 16
        bits = address.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
