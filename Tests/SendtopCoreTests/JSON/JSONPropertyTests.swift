import SendtopCore
import TestSupport
import Testing

@Suite struct JSONPropertyTests {
    @Test("What is read is written byte for byte, however it was spaced or escaped")
    func roundTrip() throws {
        var random = JSONGenerator(seed: 1)
        for _ in 0..<2_000 {
            let text = random.value()
            let value = try JSON(text: text)
            #expect(Array(value.text().utf8) == Array(text.utf8))
            for other in [value.prettyText(), value.text(escaping: .terminalSafe)] {
                #expect(Array(try JSON(text: other).text().utf8) == Array(text.utf8))
            }
        }
    }

    @Test("Random bytes never trap, and a fault lies within the text")
    func anyBytes() {
        var random = JSONGenerator(seed: 2)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            check(bytes)
        }
    }

    @Test("Texts with a byte changed, lost or doubled never trap, and a fault lies within the text")
    func nearlyJSON() {
        var random = JSONGenerator(seed: 3)
        let marks = Array(#"{}[]":,\u-+.eE0"#.utf8) + [0x00, 0x0A, 0x1F, 0x7F, 0xC3, 0xED, 0xEF, 0xFF]
        for _ in 0..<20_000 {
            var bytes = Array(random.value(depth: 2).utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = random.pick(marks, or: 0)
                case 1: bytes.remove(at: index)
                default: bytes.insert(random.pick(marks, or: 0), at: index)
                }
            }
            check(bytes)
        }
    }

    private func check(_ bytes: [UInt8]) {
        do {
            let value = try JSON(bytes: bytes)
            #expect((try? JSON(text: value.text()))?.text() == value.text())
        } catch {
            #expect((0...bytes.count).contains(error.offset), "\(bytes)")
            #expect(error.line >= 1 && error.column >= 1, "\(bytes)")
        }
    }
}
