import SendtopCore

/// Who stands at the other end: behind a proxy that is known, whom the proxy names.
///
/// A class, since all requests of a connection but a proxy's have the same.
final class Caller: Sendable {
    /// The address as text, for the ledger and the log.
    let source: String?
    /// The address; `nil` when a known proxy named none that can be read.
    let address: IPAddress?
    /// What the caller counts as, where clients have shares.
    let client: ClientKey?
    /// Whether a known proxy named the caller.
    private let isNamed: Bool

    /// The peer itself.
    init(_ peer: Peer) {
        source = peer.source
        address = peer.address
        client = peer.client
        isNamed = false
    }

    /// Whom the `X-Forwarded-For` of a known proxy names.
    init(_ head: RequestHead, through proxy: Peer, _ proxies: [IPRange]) {
        (source, address) = Caller.named(by: head.values(of: "x-forwarded-for"), through: proxy, proxies)
        client = address.map(ClientKey.init)
        isNamed = true
    }

    /// Whether the caller is a program of this machine, as far as its address says; any header that tells of a proxy
    /// that we do not know makes that doubtful.
    func isLocal(_ head: RequestHead) -> Bool {
        address?.isLoopback == true && (isNamed || !head.tellsOfProxy)
    }

    /// Each proxy adds its own peer at the end; what stands before the last unknown one is hearsay.
    private static func named(
        by values: [String],
        through peer: Peer,
        _ proxies: [IPRange]
    ) -> (source: String?, address: IPAddress?) {
        let hops = values.joined(separator: ",").split(separator: ",").map(withoutPort)
        for hop in hops.reversed() {
            guard let address = IPAddress(hop) else { return (peer.source, nil) }
            if !proxies.contains(where: { $0.contains(address) }) { return (address.description, address) }
        }
        return (hops.first ?? peer.source, hops.first.flatMap(IPAddress.init) ?? peer.address)
    }

    private static func withoutPort(_ hop: Substring) -> String {
        let text = hop.trimmingPrefix { $0 == " " || $0 == "\t" || $0 == "\"" }
        let end = text.lastIndex { $0 != " " && $0 != "\t" && $0 != "\"" }
        let trimmed = end.map { text[...$0] } ?? ""
        if trimmed.hasPrefix("[") { return String(trimmed.dropFirst().prefix { $0 != "]" }) }
        let isIPv4WithPort = trimmed.count { $0 == ":" } == 1
        return String(isIPv4WithPort ? trimmed.prefix { $0 != ":" } : trimmed)
    }
}

extension RequestHead {
    fileprivate var tellsOfProxy: Bool {
        let names: [StaticString] = [
            "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via",
        ]
        return names.contains { value(of: $0) != nil }
    }
}
