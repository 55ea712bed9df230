import SendtopCore
import Synchronization

/// Counts what the listener answered, and tells those who watch.
final class IntakeCounter: Sendable {
    private struct State {
        var status = IntakeStatus()
        var watchers: [Int: AsyncStream<IntakeStatus>.Continuation] = [:]
        var nextWatcher = 0
    }

    private let state = Mutex(State())

    /// The counts as they are.
    var status: IntakeStatus {
        state.withLock { $0.status }
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
            $0.url = url
            $0.problem = nil
        }
    }

    /// No postbacks are taken in any more.
    ///
    /// - Parameter problem: Why, when that was not asked for.
    func closed(_ problem: String? = nil) {
        change {
            $0.url = nil
            $0.problem = problem
        }
    }

    /// A request was answered 200.
    func taken(at moment: Timestamp) {
        change {
            $0.taken += 1
            $0.lastAt = moment
            $0.problem = nil
        }
    }

    /// A request was answered 4xx.
    func refused() {
        change { $0.refused += 1 }
    }

    /// A request was answered 5xx.
    func failed(_ problem: String) {
        change {
            $0.failed += 1
            $0.problem = problem
        }
    }

    private func change(_ body: (inout IntakeStatus) -> Void) {
        state.withLock { state in
            body(&state.status)
            for watcher in state.watchers.values { watcher.yield(state.status) }
        }
    }
}
