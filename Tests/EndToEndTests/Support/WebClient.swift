import Foundation

/// A plain HTTP client on a socket: what goes out is byte for byte what the test says.
struct WebClient {
    let port: UInt16

    /// One answer.
    struct Answer {
        let status: Int
        let text: String
    }

    /// Posts a body as curl does, on a connection of its own.
    func post(
        _ path: String,
        _ body: [UInt8],
        headers: [String] = ["Content-Type: application/x-www-form-urlencoded"]
    ) throws -> Answer {
        let head =
            (["POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "User-Agent: curl/7.88.1", "Accept: */*"]
            + headers + ["Content-Length: \(body.count)", "Connection: close"]).joined(separator: "\r\n") + "\r\n\r\n"
        return try exchange(Array(head.utf8) + body)
    }

    /// Gets a path.
    func get(_ path: String) throws -> Answer {
        try exchange(Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8))
    }

    /// Sends bytes on a new connection and reads the answer to its end.
    func exchange(_ bytes: [UInt8]) throws -> Answer {
        let connection = try Connection(port: port)
        try connection.send(bytes)
        let text = String(decoding: try connection.readToEnd(), as: UTF8.self)
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let body = text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
        return Answer(status: status, text: body)
    }
}

/// A TCP connection to a port of this machine.
final class Connection {
    private let descriptor: Int32

    struct Refused: Error {
        let port: UInt16
        let reason: String
    }

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw Refused(port: port, reason: reason)
        }
    }

    deinit {
        close(descriptor)
    }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw Refused(port: 0, reason: String(cString: strerror(errno))) }
            rest = rest.dropFirst(sent)
        }
    }

    /// Reads what is there.
    func readSome() throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { throw Refused(port: 0, reason: "the other side is gone") }
        return Array(buffer[..<count])
    }

    func readToEnd() throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }
}

extension Connection {
    /// Reads one answer that says how long it is, and leaves the connection open.
    func readAnswer() throws -> WebClient.Answer {
        var text = ""
        while true {
            text += String(decoding: try readSome(), as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound].lowercased()
            let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }?
                .split(separator: ":").last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
            let body = text[end.upperBound...]
            guard body.utf8.count >= length ?? 0 else { continue }
            return WebClient.Answer(
                status: head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0,
                text: String(body)
            )
        }
    }

    /// A port that is free now.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> UInt16? in
                guard bind(descriptor, generic, size) == 0, getsockname(descriptor, generic, &size) == 0 else {
                    return nil
                }
                return UInt16(bigEndian: pointer.pointee.sin_port)
            }
        }
        guard let port else { throw Refused(port: 0, reason: String(cString: strerror(errno))) }
        return port
    }
}
