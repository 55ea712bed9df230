import Foundation
import GRDB
import Logging
import SendtopCore

extension Ledger {
    /// Pause after a few events, short enough that a person sees them at once.
    private static let pause = Duration.milliseconds(10)
    /// Pause after many, so that the next batch is worth its commit: rows and pages that change twice are written once.
    private static let busyPause = Duration.milliseconds(100)
    /// Events from which there are many.
    private static let busy = 100
    /// Pause after a failure, such as a full disk.
    private static let retryPause = Duration.seconds(1)

    /// Keeps the derived tables up to date until the task is cancelled, then takes in what was accepted.
    ///
    /// A failure, such as a full disk, is logged and tried again.
    ///
    /// - Throws: `LedgerError` when the ledger was opened to look only.
    public func run() async throws {
        try refuseLooker()
        try await withThrowingDiscardingTaskGroup { group in
            if !salvages.isEmpty { group.addTask { await self.salvage() } }
            let wakes = eventFeed.stream()
            await catchUp()
            for await _ in wakes {
                let count = await catchUp()
                try? await Task.sleep(for: Ledger.pause(after: count))
            }
        }
        // Whatever remains, the next run takes in.
        _ = try? await use { try await projector.step() }
    }

    private static func pause(after count: Int) -> Duration {
        count < busy ? pause : busyPause
    }

    /// Brings the derived tables up to date with all events that are there now.
    ///
    /// - Throws: `LedgerError`, or `CancellationError` between two batches.
    public func project() async throws {
        _ = try await projected()
    }

    /// Does that, and returns how many events it took in.
    private func projected() async throws -> Int {
        try refuseLooker()
        var total = 0
        while case let count = try await use({ try await projector.step() }), count > 0 {
            total += count
            feed.signal()
            try Task.checkCancellation()
        }
        return total
    }

    /// Takes in what is there, however often it fails at first; returns how many events that were.
    @discardableResult
    private func catchUp() async -> Int {
        while !Task.isCancelled {
            do {
                return try await projected()
            } catch is CancellationError {
                return 0
            } catch let error as LedgerError where error.problem == .closed {
                return 0
            } catch {
                logger.error("The derived tables fall behind", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: Ledger.retryPause)
            }
        }
        return 0
    }

    /// Makes the derived tables anew from the events; those who look see them grow again.
    ///
    /// A send of which events were pruned stays as it is, and so do the counts of minutes then.
    ///
    /// - Throws: `LedgerError`.
    public func rebuild() async throws {
        try refuseLooker()
        try await use {
            // What retention took meanwhile could not be had again.
            try await PruningLock.hold(LedgerFiles(path: path)) {
                let first = try await events.read { max(1, try EventNumbers($0).first) }
                try await derived.writeUncancelled { db in
                    try db.inTransaction(.immediate) {
                        try DerivedSchema.clear(db, from: first)
                        return .commit
                    }
                }
            }
        }
        try await project()
    }

    /// Sees to it that the derived file belongs to these events, and is not ahead of them.
    ///
    /// - Throws: `damaged` where it does not, and holds what these events cannot bring back.
    func join() throws(LedgerError) {
        do {
            guard let found = try derived.read({ try fault($0) }) else { return }
            if access == .looker { throw LedgerError(path: path, problem: .damaged(found)) }
            try derived.write { db in
                guard let still = try fault(db) else { return }
                if try Belonging.hasSends(db) { throw LedgerError(path: path, problem: .damaged(still)) }
                // Of a ledger that was just made, there is nothing to make anew.
                if try Projector.last(events) > 0 { logger.info("The derived tables are made anew") }
                try DerivedSchema.clear(db, from: 1)
                try db.execute(
                    sql: "INSERT OR REPLACE INTO ledger VALUES (1, ?)",
                    arguments: [Belonging.identity(events)]
                )
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private func fault(_ db: Database) throws -> String? {
        try Belonging(of: db, events).fault(of: path)
    }
}
