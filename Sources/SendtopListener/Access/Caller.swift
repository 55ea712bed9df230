import NIOHTTP1
import SendtopCore

/// Who stands at the other end: behind a proxy that is known, whom the proxy names.
struct Caller {
    /// The address as text, for the ledger and the log.
    let source: String?
    /// The address; `nil` when a known proxy named none that can be read.
    let address: IPAddress?
    /// What the caller counts as, where clients have shares.
    let client: ClientKey?
    /// Whether a known proxy named the caller.
    private let isNamed: Bool

    /// Finds out who sent a request.
    ///
    /// - Parameter policy: knows the proxies whose `X-Forwarded-For` counts.
    init(_ peer: Peer, _ headers: HTTPHeaders, policy: AccessPolicy) {
        let proxies = policy.proxies
        guard let peerAddress = peer.address, proxies.contains(where: { $0.contains(peerAddress) }) else {
            source = peer.source
            address = peer.address
            client = peer.client
            isNamed = false
            return
        }
        (source, address) = Caller.named(by: headers["X-Forwarded-For"], through: peer, proxies)
        client = address.map(ClientKey.init)
        isNamed = true
    }

    /// Whether the caller is a program of this machine, as far as its address says; any header that tells of a proxy
    /// that we do not know makes that doubtful.
    func isLocal(_ headers: HTTPHeaders) -> Bool {
        address?.isLoopback == true && (isNamed || !headers.tellOfProxy)
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

extension HTTPHeaders {
    fileprivate var tellOfProxy: Bool {
        ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"]
            .contains { contains(name: $0) }
    }
}
