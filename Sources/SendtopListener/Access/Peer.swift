import NIOCore
import SendtopCore

/// The other end of a connection.
struct Peer: Sendable {
    /// Its address as text.
    let source: String?
    let address: IPAddress?
    /// What it counts as, where clients have shares.
    let client: ClientKey?

    init(_ channel: any Channel) {
        let text = channel.remoteAddress?.ipAddress
        address = text.flatMap(IPAddress.init)
        // A socket for both kinds names an IPv4 address as one of IPv6.
        source = address?.description ?? text
        client = address.map(ClientKey.init)
    }
}
