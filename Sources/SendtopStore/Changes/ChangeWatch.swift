// Dispatch's sources may be used from any thread; they only do not say so.
@preconcurrency import Dispatch
import Foundation
import GRDB
import Synchronization

/// Notices commits of other processes, which GRDB's observation does not see.
///
/// An inotify descriptor on the write-ahead logs wakes it when one is written. That comes before the commit can be
/// seen, so each wake looks at SQLite's `data_version` a few times, ever more seldom.
final class ChangeWatch: Sendable {
    /// A file whose commits are watched.
    struct Target: Sendable {
        /// A connection of its own: `data_version` moves for commits of all others.
        let connection: DatabaseQueue
        let changed: @Sendable () -> Void
    }

    private struct State {
        var versions: [Int64]
        /// Looks that are still to be taken when nothing has moved yet.
        var retries = 0
        /// No look is taken before.
        var restEnd = DispatchTime.now()
        var isWaiting = false
        var isCancelled = false
    }

    /// From a commit that was noticed to the next look: a ledger under load has hundreds of them a second, and twenty
    /// may look on.
    private static let pace = DispatchTimeInterval.milliseconds(200)
    /// Looks after the last write that was noticed; each waits twice as long as the one before, at first 10 ms.
    private static let retryLimit = 9

    private let targets: [Target]
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "sendtop.ledger.watch")
    /// `nil` until the watch has begun.
    private let source = Mutex<(any DispatchSourceProtocol)?>(nil)

    /// Begins to watch.
    init(_ targets: [Target]) {
        self.targets = targets
        state = Mutex(State(versions: targets.map { ChangeWatch.version($0) ?? 0 }))
        let logs = targets.map { $0.connection.path + "-wal" }
        let started = FileWatch.source(
            logs,
            kinds: Int(IN_MODIFY),
            queue: queue,
            restEnd: { [weak self] in self?.state.withLock(\.restEnd) ?? .now() },
            written: { [weak self] in self?.woken() }
        )
        source.withLock { $0 = started }
    }

    deinit {
        source.withLock { $0?.cancel() }
    }

    /// Ends the watch; no look is under way when it returns, and none comes after it.
    func cancel() {
        source.withLock { $0?.cancel() }
        queue.sync { state.withLock { $0.isCancelled = true } }
    }

    /// Looks no more for a while; what is written meanwhile is noticed at its end.
    func rest(for duration: Duration) {
        let end = DispatchTime.now() + .milliseconds(Int(duration / .milliseconds(1)))
        state.withLock { $0.restEnd = end }
    }

    /// Looks, now or when the pause since the last look is over.
    private func woken() {
        let mustLook = state.withLock { state in
            state.retries = ChangeWatch.retryLimit
            defer { state.isWaiting = true }
            return !state.isWaiting
        }
        if mustLook { look() }
    }

    private func look() {
        let (isCancelled, restEnd) = state.withLock { ($0.isCancelled, $0.restEnd) }
        guard !isCancelled else { return }
        guard restEnd <= .now() else {
            return queue.asyncAfter(deadline: restEnd) { [weak self] in self?.look() }
        }
        let versions = targets.map { ChangeWatch.version($0) }
        let (changed, next): ([Int], DispatchTimeInterval?) = state.withLock { state in
            let changed = versions.indices.filter { index in
                versions[index].map { $0 != state.versions[index] } ?? false
            }
            for index in changed { state.versions[index] = versions[index] ?? state.versions[index] }
            if state.retries == 0 {
                state.isWaiting = false
                return (changed, nil)
            }
            state.retries -= 1
            let wait = DispatchTimeInterval.milliseconds(10 << (ChangeWatch.retryLimit - 1 - state.retries))
            return (changed, changed.isEmpty ? wait : ChangeWatch.pace)
        }
        for index in changed { targets[index].changed() }
        if let next {
            queue.asyncAfter(deadline: .now() + next) { [weak self] in self?.look() }
        }
    }

    /// Moves with every commit of another connection; `nil` while the file cannot be read.
    private static func version(_ target: Target) -> Int64? {
        // A pragma reads in a transaction of its own.
        try? target.connection.unsafeRead { db in
            try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
        }
    }
}
