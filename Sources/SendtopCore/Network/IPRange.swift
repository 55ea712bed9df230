/// An address, or a network of addresses, such as `192.0.2.7`, `192.0.2.0/24` or `2001:db8::/32`.
///
/// A network inside `::ffff:0:0/96` is one of IPv4.
public struct IPRange: Sendable, Hashable {
    private let bytes: [UInt8]
    private let prefixLength: Int

    /// Reads a range; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let address = parts.first.flatMap(IPAddress.init) else { return nil }
        bytes = address.bytes
        if parts.count == 2 {
            let isMapped = bytes.count == 4 && parts[0].contains(":")
            guard let length = Int(parts[1]).map({ isMapped ? $0 - 96 : $0 }), (0...bytes.count * 8).contains(length)
            else { return nil }
            prefixLength = length
        } else {
            prefixLength = bytes.count * 8
        }
    }

    /// Whether an address lies in the range.
    public func contains(_ address: IPAddress) -> Bool {
        let other = address.bytes
        guard other.count == bytes.count else { return false }
        let whole = prefixLength / 8
        guard bytes.prefix(whole) == other.prefix(whole) else { return false }
        let rest = prefixLength % 8
        guard rest > 0 else { return true }
        let mask = UInt8.max << (8 - rest)
        return bytes[whole] & mask == other[whole] & mask
    }
}
