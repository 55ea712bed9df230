import Synchronization

/// Counts what is under way in a ledger, so that its files are closed only when nothing uses them.
final class UseGate: Sendable {
    private struct State {
        var users = 0
        var isClosed = false
        /// Resumed when the last user has left.
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Lets one in, unless the gate is closed; whoever is in must leave.
    func enter() -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.users += 1
            return true
        }
    }

    func leave() {
        let waiting = state.withLock { state in
            state.users -= 1
            guard state.users == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Lets nobody in any more; `false` when that was so already.
    func close() -> Bool {
        state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
    }

    /// Waits until the last user has left.
    func drained() async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.users > 0 { state.waiting.append(continuation) }
                return state.users == 0
            }
            if isEmpty { continuation.resume() }
        }
    }
}
