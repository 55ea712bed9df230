import NIOCore
import SendtopCore

/// The other end of a connection.
struct Peer: Sendable {
    /// Its address as text.
    let source: String?
    let address: IPAddress?
    /// What it counts as, where clients have shares.
    let client: ClientKey?
    let isLoopback: Bool

    init(_ channel: any Channel) {
        source = channel.remoteAddress?.ipAddress
        address = source.flatMap(IPAddress.init)
        client = address.map(ClientKey.init)
        isLoopback = address?.isLoopback == true
    }
}
