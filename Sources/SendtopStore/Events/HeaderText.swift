import SendtopCore

/// The form in which an event's headers are stored: `name: value` lines.
enum HeaderText {
    /// Headers that hold secrets; they are never stored.
    private static let secret: Set<String> = ["authorization", "proxy-authorization", "cookie"]

    /// The stored form, or `nil` when nothing is left to store.
    static func bytes(_ headers: [Event.Header]) -> [UInt8]? {
        var bytes: [UInt8] = []
        for header in headers where !secret.contains(header.name.lowercased()) {
            append(header.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(UInt8(ascii: " "))
            append(header.value, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Reads the stored form.
    static func headers(_ bytes: some Sequence<UInt8>) -> [Event.Header] {
        Array(bytes).split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let value = line[line.index(after: colon)...].dropFirst()
            return Event.Header(
                name: String(decoding: line[..<colon], as: UTF8.self),
                value: String(decoding: value, as: UTF8.self)
            )
        }
    }

    /// A line break cannot come by HTTP; from elsewhere it must not begin a header.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            bytes.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
        }
    }
}
