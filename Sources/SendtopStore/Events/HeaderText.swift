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

/// The stored forms of headers that came a moment ago: the requests of a connection mostly have the same ones, and share
/// the memory they are in.
final class HeaderTexts {
    private struct Entry {
        /// Kept, so that nothing else comes to be at their place.
        var headers: [Event.Header]
        var text: [UInt8]?
    }

    /// More than the connections of most services.
    private static let slots = 256
    /// Bytes of a text that is worth keeping: longer ones are rare, and so many of them would be large.
    private static let limit = 1_024
    private var entries = Array(repeating: Entry(headers: [], text: nil), count: slots)

    /// What `HeaderText.bytes` says of the headers.
    func text(of headers: [Event.Header]) -> [UInt8]? {
        let place = HeaderTexts.place(of: headers)
        let slot = Int((place &* 0x9E37_79B9_7F4A_7C15) >> 56)
        if HeaderTexts.place(of: entries[slot].headers) == place { return entries[slot].text }
        let text = HeaderText.bytes(headers)
        if text?.count ?? 0 <= HeaderTexts.limit { entries[slot] = Entry(headers: headers, text: text) }
        return text
    }

    private static func place(of headers: [Event.Header]) -> UInt64 {
        headers.withUnsafeBufferPointer { UInt64(UInt(bitPattern: $0.baseAddress)) }
    }
}
