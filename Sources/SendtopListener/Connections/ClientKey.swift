import SendtopCore

/// What counts as one client: an IPv4 address, or a /64 network of IPv6, which one machine usually has all of.
struct ClientKey: Hashable, Sendable {
    private let bytes: [UInt8]

    init(_ address: IPAddress) {
        bytes = address.bytes.count == 16 ? Array(address.bytes.prefix(8)) : address.bytes
    }
}
