import Foundation

/// A client that begins a request and never ends it.
struct HalfRequest {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = try connected(to: port)
        let head = Array("POST /transactional/v1/campaigns/x/send HTTP/1.1\r\nHost: x\r\nContent-Le".utf8)
        _ = head.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    func hangUp() {
        close(descriptor)
    }
}
