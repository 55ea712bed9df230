import Testing

@testable import SendtopCore

@Suite struct SipHashTests {
    /// Source: the test vectors of the reference implementation; the last one is also in the paper.
    @Test(
        "The hash is the published one",
        arguments: [
            (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (7, 0xab02_00f5_8b01_d137),
            (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5),
        ] as [(Int, UInt64)]
    )
    func vectors(length: Int, expected: UInt64) {
        let hash = SipHash(key: Array(0..<16))
        #expect(hash.hash((0..<UInt8(length)).map { $0 }) == expected)
    }
}
