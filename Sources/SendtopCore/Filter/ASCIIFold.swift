/// Compares bytes without regard to the case of ASCII letters, as SQLite's `LIKE` does.
enum ASCIIFold {
    static func bytes(_ text: String) -> [UInt8] {
        text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    }

    /// Where a part first occurs; an empty one at the start.
    static func firstRange(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        guard part.count <= bytes.count else { return nil }
        for start in bytes.startIndex...(bytes.endIndex - part.count)
        where bytes[start..<(start + part.count)] == part[...] {
            return start..<(start + part.count)
        }
        return nil
    }
}
