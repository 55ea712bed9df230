import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

@Suite struct ChangeWatchTests {
    @Test("A file that cannot be read for the moment is not said to have changed")
    func unreadable() async throws {
        try await withLedger { ledger in
            var configuration = Configuration()
            configuration.readonly = true
            let closed = try DatabaseQueue(path: ledger.path + "-derived", configuration: configuration)
            let sound = try DatabaseQueue(path: ledger.path, configuration: configuration)
            let (told, continuation) = AsyncStream.makeStream(of: String.self)
            let watch = ChangeWatch([
                ChangeWatch.Target(connection: closed) { continuation.yield("closed") },
                ChangeWatch.Target(connection: sound) { continuation.yield("sound") },
            ])
            try closed.close()
            _ = try await ledger.append([postback("d", "sent")])
            var changes = told.makeAsyncIterator()
            #expect(await changes.next() == "sound")
            watch.cancel()
            try sound.close()
        }
    }
}
