import Testing

@testable import sendtop

@Suite("sizes") struct ByteSizeTests {
    @Test(
        "are read as people type them",
        arguments: [
            ("10GB", 10_000_000_000 as Int64?), ("1.5 MB", 1_500_000), ("500kb", 500_000), ("77", 77), ("8B", 8),
            ("0", nil), ("-1GB", nil), ("much", nil), ("", nil), ("GB", nil), ("1e30", nil), ("nan", nil),
        ]
    )
    func read(text: String, bytes: Int64?) {
        #expect(ByteSize(text)?.bytes == bytes)
    }

    @Test(
        "are written short",
        arguments: [
            (0 as Int64, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (352_256, "352 kB"), (12_340_000_000, "12.3 GB"),
        ]
    )
    func write(bytes: Int64, text: String) {
        #expect(ByteSize(bytes: bytes).description == text)
    }
}
