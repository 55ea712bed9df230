import Foundation
import SendtopCore
import SendtopStore
import Testing

@Suite("the owner of a ledger") struct OwnerTests {
    @Test("is told to those who look, when it comes and when it goes")
    func follow() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            let first = try open(path)
            let looker = try open(path, .looker)
            var owners = looker.owners().makeAsyncIterator()
            let process = Ledger.Owner(process: ProcessInfo.processInfo.processIdentifier)
            #expect(await owners.next() == .some(process))
            await first.close()
            while let owner = await owners.next(), owner != nil {}
            #expect(!looker.hasOwner)
            let second = try open(path)
            while let owner = await owners.next(), owner != process {}
            #expect(looker.owner == process)
            await second.close()
            await looker.close()
        }
    }

    @Test("can be asked for while another one starts, and takes nothing from it")
    func asking() async throws {
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            await (try open(path)).close()
            let looker = try open(path, .looker)
            let asking = Task {
                while !Task.isCancelled {
                    _ = looker.owner
                    await Task.yield()
                }
            }
            for _ in 0..<50 { await (try open(path)).close() }
            asking.cancel()
            await asking.value
            await looker.close()
        }
    }

    @Test("Owners and commits of others are noticed also where the system has no watch left to give")
    func withoutWatches() async throws {
        var taken: [Int32] = []
        while case let descriptor = inotify_init1(Int32(IN_CLOEXEC)), descriptor >= 0 { taken.append(descriptor) }
        defer { taken.forEach { close($0) } }
        try await withFolder { folder in
            let path = folder + "/ledger.sqlite"
            let owner = try open(path)
            let looker = try open(path, .looker)
            var owners = looker.owners().makeAsyncIterator()
            _ = await owners.next()
            let changes = looker.changes()
            _ = try await owner.append([postback("d", "sent")])
            for await _ in changes where try await looker.events(after: 0, limit: 1).count == 1 { break }
            await owner.close()
            while let process = await owners.next(), process != nil {}
            #expect(!looker.hasOwner)
            await looker.close()
        }
    }
}
