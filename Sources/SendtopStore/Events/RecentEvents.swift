import Foundation
import SendtopCore
import Synchronization

/// The events that this process committed last, so that the projector need not read them again.
///
/// Only a shortcut: what is not here is in the ledger.
final class RecentEvents: Sendable {
    /// What was committed together, numbered without a gap from the first event to the last.
    private struct Group {
        var requests: [[Event]]
        var first: Int64
        var last: Int64
        var bytes: Int

        var count: Int {
            Int(last - first) + 1
        }
    }

    private struct State {
        var groups: [Group] = []
        var count = 0
        var bytes = 0
    }

    /// Events and bytes of their bodies that are kept at most; then all are forgotten.
    private static let limit = 32_768
    private static let byteLimit = 32 << 20

    private let state = Mutex(State())

    /// Keeps the events of requests that were committed together.
    func add(_ requests: [[Event]]) {
        guard let first = requests.first?.first?.seq, let last = requests.last?.last?.seq else { return }
        var bytes = 0
        for request in requests {
            for place in request.indices { bytes += request[place].body.count }
        }
        let group = Group(requests: requests, first: first, last: last, bytes: bytes)
        let forgotten = state.withLock { state in
            let isNext = state.groups.last.map { $0.last + 1 == first } ?? true
            var forgotten: [Group] = []
            if !isNext || state.count > RecentEvents.limit || state.bytes > RecentEvents.byteLimit {
                forgotten = state.groups
                state = State()
            }
            state.groups.append(group)
            state.count += group.count
            state.bytes += group.bytes
            return forgotten
        }
        // It takes a while to free them, in which no commit should have to wait.
        if !forgotten.isEmpty { DispatchQueue.global(qos: .utility).async { withExtendedLifetime(forgotten) {} } }
    }

    /// Takes out the events after one, by commit and request, and those before them with them; none when they are not
    /// here. Some of the first may be ones from before it.
    ///
    /// - Parameter limit: of the events, but for those that were committed with the last of them.
    func take(after seq: Int64, limit: Int) -> [[[Event]]] {
        let (known, taken) = state.withLock { state -> ([Group], [Group]) in
            guard let first = state.groups.first?.first, first <= seq + 1 else { return ([], []) }
            let known = state.groups.prefix { $0.last <= seq }
            var count = 0
            let taken = state.groups.dropFirst(known.count).prefix { group in
                defer { count += group.count }
                return count < limit
            }
            let result = (Array(known), Array(taken))
            state.groups.removeFirst(known.count + taken.count)
            for group in result.0 + result.1 {
                state.count -= group.count
                state.bytes -= group.bytes
            }
            return result
        }
        withExtendedLifetime(known) {}
        return taken.map(\.requests)
    }
}
