import HTTPTypes
import HummingbirdCore
import NIOCore
import SendtopCore

/// Who stands at the other end: behind a proxy that is known, whom the proxy names.
struct Caller {
    /// The address as text, for the ledger and the log.
    let source: String?
    /// The address; `nil` when a known proxy named none that can be read.
    let address: IPAddress?
    /// Whether the request says that it came through a proxy that we do not know.
    private let isForwarded: Bool

    /// Finds out who sent a request.
    init(_ request: Request, from channel: any Channel, policy: AccessPolicy) {
        let headers = request.headers
        self.init(
            peer: channel.remoteAddress?.ipAddress,
            forwarded: headers[values: Caller.forwardedFor],
            isForwarded: headers.contains(Caller.forwardedFor) || headers.contains(Caller.forwarded)
                || headers.contains(.via),
            proxies: policy.proxies
        )
    }

    /// - Parameters:
    ///   - peer: the address that the connection came from.
    ///   - forwarded: the values of `X-Forwarded-For`, in order.
    ///   - isForwarded: whether any header tells of a proxy.
    ///   - proxies: whose word counts.
    init(peer: String?, forwarded: [String], isForwarded: Bool, proxies: [IPRange]) {
        let peerAddress = peer.flatMap(IPAddress.init)
        guard let peerAddress, proxies.contains(where: { $0.contains(peerAddress) }) else {
            source = peer
            address = peerAddress
            self.isForwarded = isForwarded
            return
        }
        self.isForwarded = false
        // Each proxy adds its own peer at the end; what stands before the last unknown one is hearsay.
        let hops = forwarded.joined(separator: ",").split(separator: ",").map(Caller.withoutPort)
        for hop in hops.reversed() {
            let hopAddress = IPAddress(hop)
            if let hopAddress, proxies.contains(where: { $0.contains(hopAddress) }) { continue }
            source = hopAddress == nil ? peer : hop
            address = hopAddress
            return
        }
        source = hops.first ?? peer
        address = hops.first.flatMap(IPAddress.init) ?? peerAddress
    }

    /// Whether the caller is a program of this machine, as far as can be known.
    var isLocal: Bool {
        address?.isLoopback == true && !isForwarded
    }

    private static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .from
    private static let forwarded = HTTPField.Name("Forwarded") ?? .from

    private static func withoutPort(_ hop: Substring) -> String {
        let text = hop.trimmingPrefix { $0 == " " || $0 == "\t" || $0 == "\"" }
        let end = text.lastIndex { $0 != " " && $0 != "\t" && $0 != "\"" }
        let trimmed = end.map { text[...$0] } ?? ""
        if trimmed.hasPrefix("[") { return String(trimmed.dropFirst().prefix { $0 != "]" }) }
        let isIPv4WithPort = trimmed.count { $0 == ":" } == 1
        return String(isIPv4WithPort ? trimmed.prefix { $0 != ":" } : trimmed)
    }
}
