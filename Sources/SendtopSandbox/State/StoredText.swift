import SendtopCore

/// Text as the state's file keeps it: with JSON's escapes, because SQLite's bindings end text at its first NUL.
enum StoredText {
    static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        return isPlain ? text : String(JSON.string(text).text().dropFirst().dropLast())
    }

    static func decoded(_ stored: String) -> String {
        guard stored.utf8.contains(UInt8(ascii: "\\")) else { return stored }
        return (try? JSON(text: "\"\(stored)\"").string) ?? stored
    }
}
