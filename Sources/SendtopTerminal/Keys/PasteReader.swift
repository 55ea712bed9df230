/// Gathers pasted text up to the sequence that ends it.
struct PasteReader: Sendable {
    /// The most bytes of one paste that are kept; a form's largest field takes 50 KB.
    static let limit = 256 * 1024

    private static let ending = Array("\u{1B}[201~".utf8)
    private var bytes: [UInt8] = []
    /// How much of the ending has come.
    private var matched = 0

    /// Takes one more byte, and says whether it was the last one.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte == PasteReader.ending[matched] {
            matched += 1
            return matched == PasteReader.ending.count
        }
        keep(PasteReader.ending[..<matched])
        // The ending holds its first byte only once.
        matched = byte == PasteReader.ending[0] ? 1 : 0
        if matched == 0 { keep([byte]) }
        return false
    }

    private mutating func keep(_ more: some Collection<UInt8>) {
        bytes += more.prefix(PasteReader.limit - bytes.count)
    }

    /// The text, and forgets it; bytes that are no UTF-8 become U+FFFD.
    mutating func end() -> String {
        defer { self = PasteReader() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
