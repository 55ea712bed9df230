import Foundation
import SendtopCore
import SendtopStore
import Testing

@Suite struct FollowTests {
    @Test("What is appended appears in the sends while the ledger runs")
    func run() async throws {
        try await withLedger { ledger in
            let running = Task { try await ledger.run() }
            for status in ["sent", "processed", "delivered"] {
                _ = try await ledger.append([postback("d", status)])
                try await wait(for: ledger) {
                    try await ledger.allSends().first?.send.status.rawValue == status
                }
            }
            #expect(try await ledger.info().backlog == 0)
            running.cancel()
            try await running.value
        }
    }

    @Test("A looker sees what another process appends and derives")
    func looker() async throws {
        try await withLedger { owner in
            let looker = try open(owner.path, .looker)
            let running = Task { try await owner.run() }
            _ = try await owner.append([postback("d", "sent")])
            try await wait(for: looker) { try await looker.allSends().first?.send.status == .sent }
            _ = try await owner.append([postback("d", "delivered")])
            try await wait(for: looker) { try await looker.allSends().first?.send.status == .delivered }
            running.cancel()
            try await running.value
            await looker.close()
        }
    }

    @Test("A looker that came first sees what an owner then writes")
    func lookerFirst() async throws {
        try await withFolder { folder in
            let first = try open(folder + "/first.sqlite")
            await first.close()
            let path = folder + "/ledger.sqlite"
            for name in ["", "-derived"] {
                try FileManager.default.copyItem(atPath: first.path + name, toPath: path + name)
            }
            let looker = try open(path, .looker)
            let owner = try open(path)
            try await owner.take(postback("d", "sent"))
            try await wait(for: looker) { try await looker.allSends().count == 1 }
            await owner.close()
            let next = try open(path, .writer)
            try await next.take(postback("e", "sent"))
            try await wait(for: looker) { try await looker.allSends().count == 2 }
            await next.close()
            await looker.close()
        }
    }

    @Test("One who rests is told when the rest is over, of all that came meanwhile")
    func rest() async throws {
        try await withLedger { owner in
            try await owner.take(postback("a", "sent"))
            let looker = try open(owner.path, .looker)
            let changes = looker.changes()
            let clock = ContinuousClock()
            let begin = clock.now
            looker.rest(for: .milliseconds(700))
            try await owner.take(postback("b", "sent"))
            for await _ in changes { break }
            #expect(clock.now - begin >= .milliseconds(700))
            try await wait(for: looker) { try await looker.allSends().count == 2 }
            try await owner.take(postback("c", "sent"))
            try await wait(for: looker) { try await looker.allSends().count == 3 }
            await looker.close()
        }
    }

    @Test("The owner takes in what a writer beside it appends")
    func writer() async throws {
        try await withLedger { owner in
            let running = Task { try await owner.run() }
            let writer = try open(owner.path, .writer)
            _ = try await writer.append([deed(.accepted, request: "r", dispatch: "d")])
            try await wait(for: owner) { try await owner.allSends().first?.send.status == .accepted }
            await writer.close()
            running.cancel()
            try await running.value
        }
    }

    @Test("Two that derive at the same time take each event in once")
    func twoProjectors() async throws {
        try await withLedger { owner in
            let writer = try open(owner.path, .writer)
            var generator = TrafficGenerator(seed: 7)
            let events = generator.events(sends: 300)
            for start in stride(from: 0, to: events.count, by: 50) {
                _ = try await owner.append(Array(events[start..<min(start + 50, events.count)]))
                async let first: Void = owner.project()
                async let second: Void = writer.project()
                _ = try await (first, second)
            }
            let dump = try owner.derivedDump()
            try await owner.rebuild()
            #expect(try owner.derivedDump() == dump)
            await writer.close()
        }
    }

    @Test("Changes end when the ledger closes")
    func ends() async throws {
        try await withFolder { folder in
            let ledger = try open(folder + "/ledger.sqlite")
            let changes = ledger.changes()
            await ledger.close()
            for await _ in changes {}
            for await _ in ledger.changes() {}
        }
    }
}
