import Foundation

/// Tells systemd how the program fares, by datagrams as `sd_notify(3)` describes; without systemd it does nothing.
struct ServiceManager: Sendable {
    private let socketPath: String?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The program does its work.
    func ready(_ status: String) {
        send("READY=1\nSTATUS=\(status)")
    }

    /// The program reads its configuration anew; `ready` says when that is done.
    func reloading() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1_000)")
    }

    /// The program ends what it has begun, and then itself.
    func stopping() {
        send("STOPPING=1")
    }

    private func send(_ message: String) {
        guard let socketPath else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // A path that begins with @ is a name without a file, which begins with a zero.
        let path = Array((socketPath.hasPrefix("@") ? "\0" + socketPath.dropFirst() : socketPath).utf8)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard path.count < capacity else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let offset = MemoryLayout<sa_family_t>.size
        let size = socklen_t(offset + path.count + (socketPath.hasPrefix("@") ? 0 : 1))
        let bytes = Array(message.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), generic, size)
            }
        }
    }
}
