import Foundation
import SendtopCore

/// The process that listens on a port, found in what the kernel shows of processes.
public struct PortHolder: Sendable, Hashable {
    public var process: Int32
    /// The program's name, cleaned.
    public var name: String

    public init(process: Int32, name: String) {
        self.process = process
        self.name = name
    }

    /// Finds who listens on a port; `nil` when that cannot be known, as of another user's process.
    public init?(port: Int) {
        let sockets = Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap { PortHolder.sockets(in: $0, port: port) })
        guard !sockets.isEmpty else { return nil }
        for process in PortHolder.names(in: "/proc").compactMap(Int32.init)
        where PortHolder.holds(sockets, process: process) {
            let name = (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) ?? ""
            self.init(process: process, name: TextGate.line(name.trimmingCharacters(in: .newlines)))
            return
        }
        return nil
    }

    /// The sockets that listen on a port, as links to them read.
    private static func sockets(in table: String, port: Int) -> [String] {
        guard let data = try? FileHandle(forReadingFrom: URL(fileURLWithPath: table)).readToEnd() else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: " ", omittingEmptySubsequences: true)
            guard fields.count > 9, fields[3] == "0A", let end = fields[1].split(separator: ":").last,
                Int(end, radix: 16) == port
            else { return nil }
            return "socket:[\(fields[9])]"
        }
    }

    private static func holds(_ sockets: Set<String>, process: Int32) -> Bool {
        let folder = "/proc/\(process)/fd"
        return names(in: folder).contains { name in
            var target = [CChar](repeating: 0, count: 64)
            let count = readlink("\(folder)/\(name)", &target, target.count)
            return count > 0
                && sockets.contains(String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
    }

    /// The names in a folder, in which some may come and go meanwhile.
    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names
    }
}
