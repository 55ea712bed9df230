import Foundation
import GRDB
import SendtopCore
import Synchronization

/// Appends events so that everything that waits when the writer is free goes into one transaction and one fsync.
final class GroupCommit: Sendable {
    /// The sequence numbers of the events.
    typealias Outcome = Result<Range<Int64>, LedgerError>

    /// Bytes that may be on their way to the disk before further events are refused.
    private static let pendingLimit = 64 << 20
    /// Events of one transaction, so that the first of many need not wait for the last.
    private static let groupLimit = 4_096

    /// Requests of one transaction from which it is worth waiting for others to share the next one.
    private static let crowd = 12
    /// From the start of such a transaction to the next, so that more share its fsync.
    private static let pace = Duration.microseconds(200)

    /// Requests for which a group has room from the start.
    private static let groupRoom = 64

    /// Who is told what became of a request; alone in an array, each closure would be wrapped in another.
    private struct Waiter {
        let done: @Sendable (Outcome) -> Void
    }

    /// What goes into one transaction.
    private struct Group {
        /// The events of each request: in an array of their own, so that they are numbered where they are.
        var requests: [[Event]] = []
        /// Who waits for each request.
        var waiters: [Waiter]
        var events = 0
        var bytes = 0

        /// - Parameter waiters: none, with room for some.
        init(_ waiters: [Waiter]) {
            self.waiters = waiters
            requests.reserveCapacity(GroupCommit.groupRoom)
        }

        mutating func add(_ request: [Event], _ bytes: Int, _ waiter: Waiter) {
            requests.append(request)
            waiters.append(waiter)
            events += request.count
            self.bytes += bytes
        }
    }

    private struct State {
        /// Only the last of them may have room left.
        var groups: [Group] = []
        /// Room for the waiters of the next group: that of the last one, which is large to ask for.
        var room: [Waiter] = []
        var pendingBytes = 0
        var isWriting = false
        var isClosed = false
        /// Resumed when nothing waits any more.
        var idlers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    /// Kept from one transaction to the next; while there is one, only the thread that writes touches it.
    private nonisolated(unsafe) var writer: EventWriter?
    private let pool: DatabasePool
    private let path: String
    private let file: OpenedFile
    private let recent: RecentEvents
    private let committed: @Sendable () -> Void

    /// - Parameters:
    ///   - path: of the file that the pool has open.
    ///   - recent: gets what was committed.
    ///   - committed: called after each commit, before those who wait for it go on.
    init(pool: DatabasePool, path: String, recent: RecentEvents, committed: @escaping @Sendable () -> Void) {
        self.pool = pool
        self.path = path
        file = OpenedFile(path)
        self.recent = recent
        self.committed = committed
    }

    /// Appends events, and returns their sequence numbers when they are durable; cancellation does not undo it.
    func append(_ events: [Event]) async throws(LedgerError) -> Range<Int64> {
        let outcome = await withCheckedContinuation { continuation in
            append(events) { continuation.resume(returning: $0) }
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
        // Nothing is written any more, and a connection with statements would not be closed. Others may close as well.
        state.withLock { _ in writer = nil }
    }

    /// Appends events, and says so when they are durable, on the thread that writes.
    func append(_ events: [Event], done: @escaping @Sendable (Outcome) -> Void) {
        guard !events.isEmpty else { return done(.success(0..<0)) }
        let bytes = GroupCommit.size(events)
        let (refusal, mustStart): (LedgerError.Problem?, Bool) = state.withLock { state in
            if state.isClosed { return (.closed, false) }
            // A request that is larger than that is taken when it is alone.
            if state.pendingBytes > 0, state.pendingBytes + bytes > GroupCommit.pendingLimit {
                return (.overloaded, false)
            }
            if state.groups.isEmpty || state.groups[state.groups.count - 1].events >= GroupCommit.groupLimit {
                state.groups.append(Group(state.room))
                state.room = []
            }
            state.groups[state.groups.count - 1].add(events, bytes, Waiter(done: done))
            state.pendingBytes += bytes
            defer { state.isWriting = true }
            return (nil, !state.isWriting)
        }
        if let refusal {
            done(.failure(LedgerError(path: path, problem: refusal)))
        } else if mustStart {
            pool.asyncWriteWithoutTransaction { db in
                var begin = ContinuousClock.now
                while let count = self.commitGroup(db) {
                    if count >= GroupCommit.crowd { GroupCommit.rest(since: begin) }
                    begin = .now
                }
            }
        }
    }

    /// Waits until the next transaction may start; on the thread that writes, which has nothing else to do.
    private static func rest(since begin: ContinuousClock.Instant) {
        let rest = pace - (ContinuousClock.now - begin)
        if rest > .zero { usleep(UInt32(rest.components.attoseconds / 1_000_000_000_000)) }
    }

    /// Commits what waits, and says how many requests that were; `nil` when nothing did.
    private func commitGroup(_ db: Database) -> Int? {
        guard var group = nextGroup() else { return nil }
        defer { finish(&group) }
        do {
            let ready = try writer ?? EventWriter(db, of: file)
            writer = ready
            let numbers = try ready.write(&group.requests)
            recent.add(group.requests)
            committed()
            for (waiter, numbers) in zip(group.waiters, numbers) { waiter.done(.success(numbers)) }
        } catch {
            writer = nil
            let failure = LedgerError(error, path: path)
            for waiter in group.waiters { waiter.done(.failure(failure)) }
        }
        return group.waiters.count
    }

    /// Gives back what a group took of the room there is.
    private func finish(_ group: inout Group) {
        let bytes = group.bytes
        var room = group.waiters
        group.waiters = []
        room.removeAll(keepingCapacity: true)
        state.withLock { state in
            state.pendingBytes -= bytes
            state.room = room
        }
    }

    private func nextGroup() -> Group? {
        let (group, idlers): (Group?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
            if state.groups.isEmpty {
                state.isWriting = false
                defer { state.idlers = [] }
                return (nil, state.idlers)
            }
            return (state.groups.removeFirst(), [])
        }
        for idler in idlers { idler.resume() }
        return group
    }

    private static func size(_ events: [Event]) -> Int {
        events.reduce(0) { $0 + $1.body.count + 256 }
    }
}
