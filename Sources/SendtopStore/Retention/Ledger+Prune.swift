import GRDB
import Logging
public import SendtopCore

extension Ledger {
    /// Pause between two looks at what has become old.
    private static let retentionPause = Duration.seconds(60)
    /// How much longer than a step the pause after it is, so that pruning takes a fifth of the writer at most.
    private static let restFactor = 4
    /// The longest of these pauses: a step that had to wait for others is no reason to rest for long.
    private static let restLimit = Duration.milliseconds(500)

    /// Prunes again and again until the task is cancelled; a failure is logged and tried again.
    ///
    /// - Parameter now: the present.
    /// - Throws: `LedgerError` when the ledger was opened to look only.
    public func retain(_ retention: Retention, now: @Sendable () -> Timestamp) async throws {
        try refuseLooker()
        let clock = RetentionClock(now: now())
        while !Task.isCancelled {
            do {
                let pruned = try await prune(retention, now: clock.present(now()))
                if pruned != Pruned() {
                    let counts: Logger.Metadata = ["events": "\(pruned.events)", "sends": "\(pruned.sends)"]
                    logger.info("Retention took out what is older or more than is kept", metadata: counts)
                }
            } catch is CancellationError {
                return
            } catch let error as LedgerError where error.problem == .closed {
                return
            } catch {
                logger.error("Retention could not take anything out", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Ledger.retentionPause)
        }
    }

    /// Deletes what is older, or more, than is to be kept, in small steps with pauses between them.
    ///
    /// Events go first; the row of a send stays until its own limit. Files do not shrink: what comes in next uses the
    /// room, and `compact` gives it back.
    ///
    /// - Parameter now: from when ages are counted.
    /// - Throws: `LedgerError`, or `CancellationError` between two steps.
    public func prune(_ retention: Retention, now: Timestamp) async throws -> Pruned {
        try refuseLooker()
        var pruned = Pruned()
        if retention.eventAge != nil || retention.eventBytes != nil {
            pruned.events = try await pruneEvents(EventPruner(retention: retention, now: now))
        }
        if let age = retention.sendAge {
            let pruner = SendPruner(age: age, now: now)
            let first = try await readEvents { try EventNumbers($0).first }
            var walk = SendPruner.Walk()
            while !walk.isOver {
                let last = walk
                walk = try await rested {
                    try await derived.writeUncancelled { try pruner.step($0, last, before: first) }
                }
            }
            while try await rested({ try await derived.writeUncancelled { try pruner.stepMinutes($0) } }) {}
            pruned.sends = walk.deleted
            if walk.deleted > 0 { feed.signal() }
        }
        return pruned
    }

    /// Takes out events step by step, and returns how many.
    private func pruneEvents(_ pruner: EventPruner) async throws -> Int {
        var pruner = pruner
        var pruned = 0
        while true {
            let count = try await rested { [pruner] in try await step(pruner) }
            pruned += count
            guard count == 0 else { continue }
            let next = try await readEvents { [pruner] in try pruner.firstOfThePast($0) }
            guard let next, next > pruner.old else { return pruned }
            pruner.old = next
        }
    }

    private func step(_ pruner: EventPruner) async throws -> Int {
        let files = LedgerFiles(path: path)
        return try await PruningLock.hold(files) {
            let shown = try await derived.read { try Projector.cursor($0) }
            // A power cut must not take from the derived tables what no event can bring back.
            files.syncDerived()
            return try await events.writeUncancelled { try pruner.step($0, shown: shown) }
        }
    }

    /// Does one step, and then leaves the writer to others for a while.
    private func rested<Value>(_ step: () async throws -> Value) async throws -> Value {
        let start = ContinuousClock.now
        let value = try await use(step)
        try await Task.sleep(for: min(start.duration(to: .now) * Ledger.restFactor, Ledger.restLimit))
        return value
    }
}
