import GRDB
import Logging
import SendtopCore

/// Copies what can be read of a damaged ledger's events into a ledger of their own.
///
/// The copy has its name once it is whole; an owner that ends before leaves a part, and the next one begins again.
struct Salvage: Sendable {
    let files: SalvageFiles
    let logger: Logger

    /// - Throws: what kept it from going on; of a ledger that can be read in part no damage does.
    func run() async throws -> DamagedEvents {
        let queue: DatabaseQueue
        var damaged: DamagedEvents
        do {
            var configuration = Configuration()
            configuration.readonly = true
            queue = try DatabaseQueue(path: files.damaged, configuration: configuration)
            damaged = try await queue.writeWithoutTransaction { [files] db in
                let bytes = ["", "-wal"].compactMap { LedgerFiles.bytes(files.damaged + $0) }.reduce(0, +)
                return try DamagedEvents(db, bytes: bytes, shown: files.shown)
            }
        } catch let error as DatabaseError where DamagedEvents.isDamage(error) {
            // Not even its schema can be read, and that will not change.
            files.part.remove()
            throw error
        }
        defer { try? queue.close() }
        files.part.remove()
        let ledger = try Ledger.open(path: files.part.events, access: .writer, logger: logger)
        do {
            damaged = try await copy(damaged, queue, to: ledger)
        } catch {
            await ledger.close()
            throw error
        }
        await ledger.close()
        // The events come last: a ledger without them is none.
        try files.part.move(files.part.derived, to: LedgerFiles(path: files.sound).derived)
        try files.part.move(files.part.events, to: files.sound)
        return damaged
    }

    private func copy(_ damaged: DamagedEvents, _ queue: DatabaseQueue, to ledger: Ledger) async throws -> DamagedEvents
    {
        var damaged = damaged
        while true {
            // No transaction: one in which a page could not be read does not end well.
            let (events, reader) = try await queue.writeWithoutTransaction { [damaged] db in
                var reader = damaged
                return (try reader.next(db), reader)
            }
            damaged = reader
            guard let events else { return damaged }
            _ = try await ledger.append(events)
        }
    }
}

extension SalvageFiles {
    /// The last event that the damaged ledger's derived tables show; 0 when they do not say.
    fileprivate var shown: Int64 {
        var configuration = Configuration()
        configuration.readonly = true
        let path = LedgerFiles(path: damaged).derived
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return 0 }
        defer { try? queue.close() }
        return (try? queue.read { try Projector.cursor($0) }) ?? 0
    }
}
