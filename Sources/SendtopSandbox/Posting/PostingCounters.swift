import Synchronization

/// Counts what became of the tries to post, since the start.
final class PostingCounters: Sendable {
    /// The counts at one moment.
    struct Figures: Sendable, Hashable {
        var delivered = 0
        var retried = 0
        var abandoned = 0
    }

    private let counts = Mutex(Figures())

    var figures: Figures {
        counts.withLock { $0 }
    }

    func count(_ decision: RetryPolicy.Decision) {
        counts.withLock {
            switch decision {
            case .finished: $0.delivered += 1
            case .again: $0.retried += 1
            case .givenUp: $0.abandoned += 1
            }
        }
    }
}
