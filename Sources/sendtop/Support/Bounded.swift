import Foundation
import Synchronization

/// Waits for what may take too long, and no longer.
enum Bounded {
    /// Runs work that blocks on a thread of its own.
    ///
    /// - Returns: `nil` when it is not done in time; it then goes on, and nobody hears of it.
    static func blocking<Value: Sendable>(
        within limit: Duration,
        _ work: @escaping @Sendable () -> Value
    ) async -> Value? {
        await withCheckedContinuation { continuation in
            let answer = Answer(continuation)
            Thread.detachNewThread { answer.give(work()) }
            let (seconds, attoseconds) = limit.components
            let delay = Double(seconds) + Double(attoseconds) / 1e18
            DispatchQueue.global().asyncAfter(deadline: .now() + delay) { answer.give(nil) }
        }
    }

    /// Runs work that can be cancelled.
    ///
    /// - Returns: `nil` when it is not done in time.
    static func value<Value: Sendable>(
        within limit: Duration,
        _ work: @escaping @Sendable () async -> Value
    ) async -> Value? {
        await withTaskGroup(of: Value?.self) { group in
            group.addTask { await work() }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    /// Takes the first answer that comes.
    private final class Answer<Value: Sendable>: Sendable {
        private let waiting: Mutex<CheckedContinuation<Value?, Never>?>

        init(_ continuation: CheckedContinuation<Value?, Never>) {
            waiting = Mutex(continuation)
        }

        func give(_ value: Value?) {
            let continuation = waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }
            continuation?.resume(returning: value)
        }
    }
}
