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

    @Test("A write-ahead log with nonsense at its end, or a sector of it never written, loses its end alone")
    func halfWritten() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<5).map { postback("a\($0)", "sent") })
            let settled = try size(ledger.path + "-wal")
            for number in 0..<40 { _ = try await ledger.append([postback("b\(number)", "sent")]) }
            let full = try size(ledger.path + "-wal")
            var generator = SeededGenerator(seed: 11)
            try await withFolder { folder in
                for round in 0..<30 {
                    let copy = folder + "/half\(round).sqlite"
                    try freeze(ledger.path, copy)
                    let log = try FileHandle(forWritingTo: URL(fileURLWithPath: copy + "-wal"))
                    try log.seek(toOffset: UInt64.random(in: settled..<full - 512, using: &generator))
                    try log.write(contentsOf: Data(repeating: round % 2 == 0 ? 0 : 0xA5, count: 512))
                    try log.close()
                    let revived = try open(copy)
                    #expect(revived.damage == nil)
                    let events = try await revived.events(after: 0, limit: 1_000)
                    // Zeros may have been there before; nonsense was not.
                    #expect((5...(round % 2 == 0 ? 45 : 44)).contains(events.count))
                    #expect(events.map(\.seq) == Array(1...Int64(events.count)))
                    #expect(try await revived.append([postback("c", "sent")]) == [Int64(events.count) + 1])
                    await revived.close()
                }
            }
        }
    }

    @Test("A power cut while the log is moved into the file leaves half-written pages, and loses nothing")
    func halfMoved() async throws {
        try await withLedger { ledger in
            for number in 0..<60 { _ = try await ledger.append([postback("d\(number)", "sent")]) }
            var generator = SeededGenerator(seed: 5)
            try await withFolder { folder in
                for round in 0..<20 {
                    let copy = folder + "/moved\(round).sqlite"
                    try freeze(ledger.path, copy)
                    try tearPages(of: copy, &generator)
                    let revived = try open(copy)
                    #expect(revived.damage == nil)
                    #expect(try await revived.events(after: 0, limit: 1_000).count == 60)
                    #expect(try await revived.check().findings.isEmpty)
                    await revived.close()
                }
            }
        }
    }

    /// Writes the first part of some of the log's pages to their places in the file.
    private func tearPages(of copy: String, _ generator: inout SeededGenerator) throws {
        let log = try Data(contentsOf: URL(fileURLWithPath: copy + "-wal"))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: copy))
        let (header, frameHeader, page) = (32, 24, 4_096)
        for start in stride(from: header, to: log.count - frameHeader - page + 1, by: frameHeader + page)
        where Bool.random(using: &generator) {
            let number = log[start..<start + 4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let part = 512 * Int.random(in: 1..<8, using: &generator)
            try file.seek(toOffset: (number - 1) * UInt64(page))
            try file.write(contentsOf: log[(start + frameHeader)..<(start + frameHeader + part)])
        }
        try file.close()
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
