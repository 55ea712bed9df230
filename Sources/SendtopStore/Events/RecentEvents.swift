import SendtopCore
import Synchronization

/// The events that this process committed last, so that the projector need not read them again.
///
/// Only a shortcut: what is not here is in the ledger.
final class RecentEvents: Sendable {
    private struct State {
        /// Those that were committed together, numbered without a gap from the first to the last.
        var groups: [[Event]] = []
        var count = 0
        var bytes = 0
    }

    /// Events and bytes of their bodies that are kept at most; then all are forgotten.
    private static let limit = 32_768
    private static let byteLimit = 32 << 20

    private let state = Mutex(State())

    /// Keeps events that were committed together.
    func add(_ events: [Event]) {
        let bytes = events.reduce(0) { $0 + $1.body.count }
        let forgotten = state.withLock { state in
            let isNext = state.groups.last?.last.map { $0.seq + 1 == events.first?.seq } ?? true
            var forgotten: [[Event]] = []
            if !isNext || state.count > RecentEvents.limit || state.bytes > RecentEvents.byteLimit {
                forgotten = state.groups
                state = State()
            }
            state.groups.append(events)
            state.count += events.count
            state.bytes += bytes
            return forgotten
        }
        // It takes a while to free them, in which nobody should wait for the lock.
        withExtendedLifetime(forgotten) {}
    }

    /// Gives groups that hold the events after one, and forgets those before them; none when they are not here.
    ///
    /// - Parameter limit: of the events, but for those of the last group.
    func groups(after seq: Int64, limit: Int) -> [[Event]] {
        let (found, forgotten) = state.withLock { state -> ([[Event]], [[Event]]) in
            guard let first = state.groups.first?.first?.seq, first <= seq + 1 else { return ([], []) }
            let known = state.groups.prefix { ($0.last?.seq ?? 0) <= seq }
            state.groups.removeFirst(known.count)
            state.count -= known.reduce(0) { $0 + $1.count }
            state.bytes -= known.reduce(0) { $0 + $1.reduce(0) { $0 + $1.body.count } }
            var count = 0
            let found = state.groups.prefix { group in
                defer { count += group.count }
                return count < limit
            }
            return (Array(found), Array(known))
        }
        withExtendedLifetime(forgotten) {}
        return found
    }
}
