import Foundation

/// One of the things that a PEM file holds, such as a certificate or a key.
struct PEMBlock {
    /// What it is, such as `CERTIFICATE`.
    let label: String
    /// Whether it can be read only with a passphrase.
    let isEncrypted: Bool
    /// What it holds; `nil` when that is not written as it must be.
    private let content: Data?

    private init(label: String, lines: [String]) {
        self.label = label
        // A line with a colon is a field of the older form.
        let fields = lines.filter { $0.contains(":") }
        isEncrypted = label.hasPrefix("ENCRYPTED ") || fields.contains { $0.hasSuffix("ENCRYPTED") }
        content = Data(base64Encoded: lines.filter { !$0.contains(":") }.joined())
    }

    /// All that a file holds, in its order; what stands between is passed over.
    static func all(in bytes: [UInt8]) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        var open: (label: String, lines: [String])?
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----") {
                open = (String(line.dropFirst("-----BEGIN ".count).dropLast("-----".count)), [])
            } else if let (label, lines) = open, line == "-----END \(label)-----" {
                blocks.append(PEMBlock(label: label, lines: lines))
                open = nil
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    /// The block by itself, in lines of the usual length; `nil` when it cannot be read.
    var text: String? {
        content.map { content in
            let lines = content.base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
            return "-----BEGIN \(label)-----\n\(lines)\n-----END \(label)-----\n"
        }
    }
}
