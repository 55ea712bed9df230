import Foundation
import GRDB
import Logging
import SendtopCore

/// Copies what can be read of a damaged ledger's events into a ledger of their own.
///
/// The copy has its name once it is whole; an owner that ends before leaves a part, and the next one begins again.
struct Salvage: Sendable {
    let files: SalvageFiles
    let logger: Logger

    /// How a database begins.
    private static let header = Data("SQLite format 3\0".utf8)

    /// - Throws: what kept it from going on; of a ledger that can be read in part no damage does.
    func run() async throws -> DamagedEvents {
        // What an interrupted one has left.
        files.mended.remove()
        defer { files.mended.remove() }
        let queue: DatabaseQueue
        var damaged: DamagedEvents
        do {
            queue = try open()
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
        let ledger = try begin()
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

    /// Opens the damaged file, which nothing is written to.
    private func open() throws -> DatabaseQueue {
        do {
            return try open(files.damaged)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            try mend()
            return try open(files.mended.events)
        }
    }

    private func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.foreignKeysEnabled = false
        // With it, and before anything is read, SQLite takes a file too that is shorter than its header says.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Copies the damaged file, and makes the copy begin as a database does.
    private func mend() throws {
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: files.damaged + end) {
            try FileManager.default.copyItem(atPath: files.damaged + end, toPath: files.mended.events + end)
        }
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: files.mended.events))
        defer { try? handle.close() }
        try handle.write(contentsOf: Salvage.header)
    }

    /// Begins the ledger of what is saved.
    private func begin() throws(LedgerError) -> Ledger {
        do throws(LedgerError) {
            return try Ledger.open(path: files.part.events, access: .writer, logger: logger)
        } catch {
            // Word of it stays, for the next owner.
            try? files.part.create(files.part.events)
            throw error
        }
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
