import Foundation

/// What a program may write to a terminal, sequence by sequence.
struct TerminalBytes {
    /// The sequences that the monitor needs, each from its ESC on.
    private static var allowed: [Regex<Substring>] {
        [
            // Places, erasing, inserting, deleting, repeating, scrolling.
            /\u{1B}\[[0-9;]*[ABCDGHJKLMPSTXbdfr@]/,
            // Colours and attributes.
            /\u{1B}\[[0-9;]*m/,
            // The other screen, the cursor, keys of the application, mouse, focus, paste.
            /\u{1B}\[\?(?:(?:1|7|12|25|1000|1002|1004|1006|1049|2004);?)+[hl]/,
            /\u{1B}\[2[23];0;0t/, /\u{1B}\[4l/,
            // The character set, the keypad, one line up.
            /\u{1B}\(B/, /\u{1B}[=>M]/,
            // A copy.
            /\u{1B}\]52;c;[A-Za-z0-9+\/=]*(?:\u{07}|\u{1B}\\)/,
        ]
    }

    /// Characters that change how others are shown, or are not seen at all.
    private static let hidden: [ClosedRange<UInt32>] = [
        0x00...0x07, 0x0B...0x0C, 0x0E...0x1A, 0x1C...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200B,
        0x200E...0x200F,
        0x2028...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
    ]

    /// What is none of these, each with what stands around it.
    static func faults(in bytes: [UInt8]) -> [String] {
        guard let text = String(validating: bytes, as: UTF8.self) else { return ["bytes that are no UTF-8"] }
        var faults: [String] = []
        let allowed = allowed
        var rest = text[...]
        while let scalar = rest.unicodeScalars.first {
            if scalar == "\u{1B}" {
                if let match = allowed.lazy.compactMap({ rest.prefixMatch(of: $0) }).first {
                    rest = rest[match.range.upperBound...]
                    continue
                }
                faults.append(excerpt(rest))
            } else if hidden.contains(where: { $0.contains(scalar.value) }) {
                faults.append(excerpt(rest))
            }
            rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        }
        return faults
    }

    private static func excerpt(_ text: Substring) -> String {
        text.unicodeScalars.prefix(24).map { $0.escaped(asASCII: true) }.joined()
    }
}
