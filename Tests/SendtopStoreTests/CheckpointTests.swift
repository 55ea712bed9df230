import Foundation
import GRDB
import SendtopCore
import SendtopStore
import Testing

@Suite struct CheckpointTests {
    /// Megabytes of a file.
    private func size(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? Int ?? 0) >> 20
    }

    /// Appends megabytes, as many at a time as wait in a flood.
    private func append(megabytes: Int, to ledger: Ledger) async throws {
        let body = [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 10)
        for _ in 0..<megabytes * 2 {
            _ = try await ledger.append((0..<64).map { _ in Event(at: noon, kind: .postback, body: body) })
        }
    }

    @Test("The log of a flood is moved into the file, and does not grow for ever")
    func flood() async throws {
        try await withLedger { ledger in
            try await append(megabytes: 300, to: ledger)
            #expect(try size(ledger.path + "-wal") < 128)
            #expect(try size(ledger.path) > 200)
            #expect(try await ledger.info().events == 38_400)
        }
    }

    @Test("A reader that holds on keeps the log; when it has gone, the log is moved")
    func reader() async throws {
        try await withLedger { ledger in
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: ledger.path, configuration: configuration)
            try await append(megabytes: 1, to: ledger)
            try await reader.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN; SELECT count(*) FROM event")
            }
            try await append(megabytes: 100, to: ledger)
            #expect(try size(ledger.path) < 10)
            try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            try reader.close()
            try await append(megabytes: 100, to: ledger)
            #expect(try size(ledger.path) > 100)
            #expect(try size(ledger.path + "-wal") < 192)
        }
    }
}
