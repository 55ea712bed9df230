import SendtopCore
import Testing

@Suite("The text gate, on anything")
struct TextGateFuzzTests {
    private static let nasty: [UInt32] = [
        0x00, 0x07, 0x08, 0x0A, 0x0D, 0x1B, 0x20, 0x31, 0x41, 0x7F, 0x85, 0x9B, 0x9D, 0xA0, 0xAD, 0x300, 0x34F, 0x61C,
        0x627, 0x915, 0x93F, 0x94D, 0xE19, 0xE33, 0xEB3, 0x1100, 0x1160, 0x1161, 0x11A8, 0x180E, 0x200B, 0x200D,
        0x202E, 0x2066, 0x20E3, 0x2764, 0x3000, 0x3164, 0x65E5, 0xD7B0, 0xE000, 0xFE0F, 0xFEFF, 0xFFFD, 0xFFFF,
        0x1F1E9, 0x1F3F4, 0x1F3FD, 0x1F468, 0xE0041, 0xE0100, 0x10FFFF,
    ]

    @Test("Every scalar by itself, and behind a letter, comes out safe and of a known width")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            guard isSafe(TextGate.clusters("\(scalar)a\(scalar)")) else {
                Issue.record("U+\(String(value, radix: 16)) passes")
                return
            }
        }
    }

    @Test("Any mixture comes out safe, the same in cells and as a line, and within its limit")
    func mixtures() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let value = TextGateFuzzTests.nasty.randomElement(using: &random) ?? 0x41
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            let clusters = TextGate.clusters(text)
            let line = TextGate.line(text)
            #expect(isSafe(clusters), "\(text.unicodeScalars.map(\.value))")
            #expect(line.unicodeScalars.elementsEqual(clusters.map(\.text).joined().unicodeScalars))
            let limit = Int.random(in: 0...8, using: &random)
            #expect(TextGate.clusters(text, limit: limit).reduce(0) { $0 + $1.width } <= limit)
            #expect(TextGate.line(text, repertoire: .ascii).utf8.allSatisfy { 0x20...0x7E ~= $0 })
            #expect(CSVField.text(text).unicodeScalars.allSatisfy { !$0.isUnsafeOnTerminals })
        }
    }

    @Test("A long run of parts that hang on each other costs no stack")
    func longRuns() {
        for part in ["\u{E33}", "\u{301}", "👨\u{200D}", "\u{93F}", "\u{202E}"] {
            #expect(!TextGate.line(String(repeating: part, count: 200_000)).isEmpty)
            #expect(TextGate.clusters(String(repeating: part, count: 200_000), limit: 10).count <= 10)
        }
    }

    private func isSafe(_ clusters: [TextGate.Cluster]) -> Bool {
        clusters.allSatisfy { cluster in
            let scalars = cluster.text.unicodeScalars
            return (1...2).contains(cluster.width) && (1...3).contains(scalars.count)
                && scalars.allSatisfy { !$0.isUnsafeOnTerminals && $0.properties.generalCategory != .unassigned }
        }
    }
}
