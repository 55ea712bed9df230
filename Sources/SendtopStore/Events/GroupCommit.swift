import GRDB
import SendtopCore
import Synchronization

/// Appends events so that everything that waits when the writer is free goes into one transaction and one fsync.
final class GroupCommit: Sendable {
    typealias Outcome = Result<[Int64], LedgerError>

    /// Bytes of bodies that may wait before further events are refused.
    static let waitingLimit = 64 << 20
    /// Events of one transaction, so that the first of many need not wait for the last.
    private static let groupLimit = 4_096

    private struct Pending {
        var events: [Event]
        var continuation: CheckedContinuation<Outcome, Never>
    }

    private struct State {
        var waiting: [Pending] = []
        var waitingBytes = 0
        var isWriting = false
        var isClosed = false
        /// Resumed when nothing waits any more.
        var idlers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let pool: DatabasePool
    private let path: String
    private let committed: @Sendable () -> Void

    /// - Parameter committed: called after each commit, before those who wait for it go on.
    init(pool: DatabasePool, path: String, committed: @escaping @Sendable () -> Void) {
        self.pool = pool
        self.path = path
        self.committed = committed
    }

    /// Appends events, and returns their sequence numbers when they are durable; cancellation does not undo it.
    func append(_ events: [Event]) async throws(LedgerError) -> [Int64] {
        guard !events.isEmpty else { return [] }
        let outcome = await withCheckedContinuation { continuation in
            enqueue(Pending(events: events, continuation: continuation))
        }
        return try outcome.get()
    }

    /// Refuses further events, and waits for those that were accepted.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.isWriting { state.idlers.append(continuation) }
                return !state.isWriting
            }
            if isIdle { continuation.resume() }
        }
    }

    private func enqueue(_ pending: Pending) {
        let bytes = GroupCommit.size(pending.events)
        let (refusal, mustStart): (LedgerError.Problem?, Bool) = state.withLock { state in
            if state.isClosed { return (.closed, false) }
            // A single large request is taken when nothing else waits.
            if state.waitingBytes > 0, state.waitingBytes + bytes > GroupCommit.waitingLimit {
                return (.overloaded, false)
            }
            state.waiting.append(pending)
            state.waitingBytes += bytes
            defer { state.isWriting = true }
            return (nil, !state.isWriting)
        }
        if let refusal {
            pending.continuation.resume(returning: .failure(LedgerError(path: path, problem: refusal)))
        } else if mustStart {
            pool.asyncWriteWithoutTransaction { db in
                while self.commitGroup(db) {}
            }
        }
    }

    /// Commits what waits; `false` when nothing did.
    private func commitGroup(_ db: Database) -> Bool {
        let group = nextGroup()
        guard !group.isEmpty else { return false }
        do {
            let sequences = try write(group, db)
            committed()
            for (pending, numbers) in zip(group, sequences) {
                pending.continuation.resume(returning: .success(numbers))
            }
        } catch {
            let failure = LedgerError(error, path: path)
            for pending in group {
                pending.continuation.resume(returning: .failure(failure))
            }
        }
        return true
    }

    private func nextGroup() -> [Pending] {
        let (group, idlers): ([Pending], [CheckedContinuation<Void, Never>]) = state.withLock { state in
            if state.waiting.isEmpty {
                state.isWriting = false
                defer { state.idlers = [] }
                return ([], state.idlers)
            }
            var count = 0
            var events = 0
            while count < state.waiting.count, events < GroupCommit.groupLimit {
                events += state.waiting[count].events.count
                count += 1
            }
            let group = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            state.waitingBytes -= group.reduce(0) { $0 + GroupCommit.size($1.events) }
            return (group, [])
        }
        for idler in idlers { idler.resume() }
        return group
    }

    private func write(_ group: [Pending], _ db: Database) throws -> [[Int64]] {
        var sequences: [[Int64]] = []
        sequences.reserveCapacity(group.count)
        try db.inTransaction(.immediate) {
            var seq = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM event") ?? 0
            let insert = try db.cachedStatement(sql: EventRow.insert)
            for pending in group {
                let first = seq + 1
                for event in pending.events {
                    seq += 1
                    try insert.execute(arguments: EventRow.arguments(event, seq: seq))
                }
                sequences.append(Array(first...seq))
            }
            return .commit
        }
        return sequences
    }

    private static func size(_ events: [Event]) -> Int {
        events.reduce(0) { $0 + $1.body.count + 256 }
    }
}
