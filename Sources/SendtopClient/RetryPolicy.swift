import SendtopCore

/// When a send is tried again: only where that cannot mail twice.
///
/// That is so before the request was written; and with an `external_send_id`, by which the service tells a repetition,
/// on 429 and 5xx.
public struct RetryPolicy: Sendable, Hashable {
    /// Attempts in all, the first included.
    public var attempts: Int
    /// Whether to try again when no connection came about; a person at a form wants to know at once.
    public var retriesConnections: Bool
    /// The wait after the first attempt; twice as long after each further one.
    public var firstWait: Duration
    /// The longest wait.
    public var longestWait: Duration

    /// Makes a policy; the defaults suit a person who waits for the answer.
    public init(
        attempts: Int = 3,
        retriesConnections: Bool = false,
        firstWait: Duration = .milliseconds(500),
        longestWait: Duration = .seconds(10)
    ) {
        self.attempts = attempts
        self.retriesConnections = retriesConnections
        self.firstWait = firstWait
        self.longestWait = longestWait
    }

    /// One attempt only.
    public static let never = RetryPolicy(attempts: 1)

    /// How long to wait before the next attempt, or `nil` when there is to be none.
    ///
    /// - Parameters:
    ///   - error: what came of the last attempt.
    ///   - attempt: its number, from 1.
    ///   - hasExternalSendID: whether the service can tell a repetition.
    ///   - now: the present.
    ///   - jitter: a random number from 0 to 1 that spreads senders out, to half of the wait.
    func wait(
        after error: SendError,
        attempt: Int,
        hasExternalSendID: Bool,
        now: Timestamp,
        jitter: Double
    ) -> Duration? {
        guard attempt < attempts, isSafe(error, hasExternalSendID: hasExternalSendID) else { return nil }
        if let reset = error.limitResetsAt {
            return .milliseconds(max(0, reset.milliseconds(since: now))) + firstWait * (jitter / 2)
        }
        let wait = min(longestWait, firstWait * (1 << min(attempt - 1, 20)))
        return wait * (1 - jitter / 2)
    }

    private func isSafe(_ error: SendError, hasExternalSendID: Bool) -> Bool {
        if case .noAnswer(let trouble) = error.cause {
            return retriesConnections && !trouble.mayHaveArrived && error.retryCanHelp
        }
        guard hasExternalSendID, let status = error.status else { return false }
        return status == 429 || status >= 500
    }
}
