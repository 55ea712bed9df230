import SendtopCore

/// The form in which an event's headers are stored: `name: value` lines.
enum HeaderText {
    /// The stored form, or `nil` when nothing is left to store.
    static func bytes(_ headers: [Event.Header]) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 3 })
        for header in headers where !header.isSecret {
            append(header.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(UInt8(ascii: " "))
            append(header.value, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Reads the stored form.
    static func headers(_ bytes: [UInt8]) -> [Event.Header] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
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
        let start = bytes.count
        if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: text.utf8)
        }
        for place in start..<bytes.count where bytes[place] == UInt8(ascii: "\n") {
            bytes[place] = UInt8(ascii: " ")
        }
    }
}
