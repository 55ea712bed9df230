import Foundation
import SendtopCore
import Testing

@testable import SendtopStore

@Suite("a closed ledger") struct CloseTests {
    @Test("throws from every entry point, and its streams end")
    func everything() async throws {
        try await withFolder { folder in
            let ledger = try open(folder + "/ledger.sqlite")
            try await ledger.take(postback("d", "sent"))
            let changes = ledger.changes()
            await ledger.close()
            await ledger.close()
            let calls: [@Sendable () async throws -> Void] = [
                { _ = try await ledger.append([postback("d", "sent")]) },
                { _ = try await ledger.events(after: 0, limit: 1) },
                { try await ledger.events(batch: 1) { _ in } },
                { try await ledger.sends(filter: .all, now: noon, batch: 1) { _ in } },
                { _ = try await ledger.page(PageRequest(limit: 10), now: noon) },
                { _ = try await ledger.send(requestID: "r") },
                { _ = try await ledger.info() },
                { _ = try await ledger.check() },
                { try await ledger.project() },
                { try await ledger.rebuild() },
                { _ = try await ledger.prune(Retention(eventAge: 1, sendAge: 1), now: noon) },
                { try await ledger.compact() },
                { try await ledger.backup(to: folder + "/copy.sqlite") },
            ]
            for call in calls {
                await #expect(throws: LedgerError(path: ledger.path, problem: .closed)) { try await call() }
            }
            for await _ in changes {}
            for await _ in ledger.changes() {}
            try await ledger.run()
            try await ledger.retain(Retention(eventAge: 1)) { noon }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!names.contains { $0.hasPrefix("copy") })
        }
    }

    @Test("has finished what was under way, or stopped it, whenever it is closed")
    func underWay() async throws {
        try await withFolder { folder in
            for round in 0..<3 {
                let ledger = try open(folder + "/\(round).sqlite")
                var generator = TrafficGenerator(seed: UInt64(round))
                let events = generator.events(sends: 40)
                let taken = await withTaskGroup(of: Int.self) { group in
                    for part in 0..<2 {
                        group.addTask {
                            var taken = 0
                            while let numbers = try? await ledger.append(events) { taken += numbers.count }
                            return taken
                        }
                        group.addTask {
                            while (try? await ledger.page(PageRequest(limit: 50), now: noon)) != nil {}
                            return 0
                        }
                        group.addTask {
                            while (try? await part % 2 == 0 ? ledger.project() : ledger.rebuild()) != nil {}
                            return 0
                        }
                    }
                    for await _ in ledger.changes().prefix(round + 1) {}
                    await ledger.close()
                    return await group.reduce(0, +)
                }
                let again = try open(folder + "/\(round).sqlite")
                #expect(try await again.info().events == taken)
                await again.close()
            }
        }
    }
}
