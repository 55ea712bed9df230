import Testing

@testable import SendtopCore

@Suite struct ByteWordTests {
    @Test("The first marked byte is the first that passes the test, wherever it stands")
    func firstPlace() {
        var random = SeededGenerator(seed: 6)
        // Neighbours of what is looked for, and bytes that borrow or carry.
        let bytes: [UInt8] = [0x00, 0x01, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5C, 0x7E, 0x7F, 0x80, 0x81, 0xA0, 0xFF]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...20, using: &random)
            let text = (0..<count).map { _ in
                Bool.random(using: &random) ? 0x61 : bytes[Int.random(in: bytes.indices, using: &random)]
            }
            let start = Int.random(in: 0...count, using: &random)
            text.withUnsafeBufferPointer { text in
                let control = text.firstPlace(from: start) { $0.marks(below: 0x20) | $0.marks(of: 0x7F) }
                #expect(control == text[start...].firstIndex { $0 < 0x20 || $0 == 0x7F })
                let quote = text.firstPlace(from: start) { $0.marks(of: 0x22) }
                #expect(quote == text[start...].firstIndex(of: 0x22))
            }
        }
    }

    @Test("The first bytes of a word are those, and zeros")
    func first() {
        let bytes = Array("dispatch_id".utf8)
        bytes.withUnsafeBufferPointer { bytes in
            #expect(ByteWord(bytes, at: 8).first(3) == 0x64_695F)
            #expect(ByteWord(bytes, at: 0).first(0) == 0)
            #expect(ByteWord(bytes, at: 3).first(8) == ByteWord(bytes, at: 3).bits)
        }
    }
}
