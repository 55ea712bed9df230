import Foundation
import SendtopCore
import SendtopStore
import Testing

@Suite struct CrashTests {
    @Test("After a power cut, every event whose append had returned is there")
    func powerCut() async throws {
        try await withLedger { ledger in
            try await withFolder { folder in
                for round in 1...20 {
                    let acknowledged = try await ledger.append((0..<7).map { postback("d\(round)-\($0)", "sent") })
                    if round % 3 == 0 { try await ledger.project() }
                    let copy = folder + "/cut\(round).sqlite"
                    try freeze(ledger.path, copy)
                    let revived = try open(copy)
                    let events = try await revived.events(after: 0, limit: 1_000)
                    #expect(events.map(\.seq) == Array(1...(acknowledged.last ?? 0)))
                    try await revived.project()
                    #expect(try await revived.info().sends == events.count)
                    await revived.close()
                }
            }
        }
    }

    @Test("A torn write-ahead log loses its end alone")
    func torn() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<5).map { postback("a\($0)", "sent") })
            let settled = try size(ledger.path + "-wal")
            for number in 0..<40 { _ = try await ledger.append([postback("b\(number)", "sent")]) }
            let full = try size(ledger.path + "-wal")
            var generator = SeededGenerator(seed: 3)
            try await withFolder { folder in
                for round in 0..<20 {
                    let copy = folder + "/torn\(round).sqlite"
                    try freeze(ledger.path, copy)
                    let log = try FileHandle(forWritingTo: URL(fileURLWithPath: copy + "-wal"))
                    try log.truncate(atOffset: UInt64.random(in: settled...full, using: &generator))
                    try log.close()
                    let revived = try open(copy)
                    let events = try await revived.events(after: 0, limit: 1_000)
                    #expect((5...45).contains(events.count))
                    #expect(events.map(\.seq) == Array(1...Int64(events.count)))
                    #expect(try await revived.append([postback("c", "sent")]) == [Int64(events.count) + 1])
                    await revived.close()
                }
            }
        }
    }

    /// What a disk holds of the ledger when the power goes; the shared memory is none of it.
    private func freeze(_ path: String, _ copy: String) throws {
        for name in ["", "-wal", "-derived", "-derived-wal"] {
            try FileManager.default.copyItem(atPath: path + name, toPath: copy + name)
        }
    }

    private func size(_ path: String) throws -> UInt64 {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.uint64Value ?? 0
    }
}
