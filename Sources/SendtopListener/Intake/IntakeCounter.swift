import SendtopCore
import Synchronization

/// Counts what the listener answered, and tells those who watch.
final class IntakeCounter: Sendable {
    private struct State {
        var status = IntakeStatus()
        /// When the ledger last failed, unless it has worked since.
        var failedAt: Timestamp?
        var watchers: [Int: AsyncStream<IntakeStatus>.Continuation] = [:]
        var nextWatcher = 0
    }

    private let state = Mutex(State())

    /// The counts as they are.
    var status: IntakeStatus {
        state.withLock { $0.status }
    }

    /// When the ledger last failed, unless it has worked since.
    var failedAt: Timestamp? {
        state.withLock { $0.failedAt }
    }

    /// The counts as they are, then whenever they change; a slow watcher sees only the newest.
    func changes() -> AsyncStream<IntakeStatus> {
        let (stream, continuation) = AsyncStream.makeStream(of: IntakeStatus.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            let number = state.nextWatcher
            state.nextWatcher += 1
            state.watchers[number] = continuation
            continuation.yield(state.status)
            return number
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.watchers.removeValue(forKey: number) }
        }
        return stream
    }

    /// Postbacks are taken in from now on.
    func opened(at url: String) {
        change {
            $0.status.url = url
            $0.status.problem = nil
        }
    }

    /// No postbacks are taken in any more.
    ///
    /// - Parameter problem: Why, when that was not asked for.
    func closed(_ problem: String? = nil) {
        change {
            $0.status.url = nil
            $0.status.problem = problem
        }
    }

    /// Some requests are answered 200.
    ///
    /// - Parameter moment: when the last of them came.
    /// - Returns: whether the one before them could not be stored.
    func took(_ requests: Int, at moment: Timestamp) -> Bool {
        change { state in
            defer { state.failedAt = nil }
            state.status.taken += requests
            state.status.lastAt = moment
            state.status.problem = nil
            return state.failedAt != nil
        }
    }

    /// A request was answered 4xx.
    func refused() {
        change { $0.status.refused += 1 }
    }

    /// A request was answered 5xx.
    func failed(_ problem: String, at moment: Timestamp) {
        change {
            $0.status.failed += 1
            $0.status.problem = problem
            $0.failedAt = moment
        }
    }

    private func change<Value: Sendable>(_ body: (inout State) -> Value) -> Value {
        state.withLock { state in
            let value = body(&state)
            for watcher in state.watchers.values { watcher.yield(state.status) }
            return value
        }
    }
}
