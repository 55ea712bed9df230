import SendtopCore

/// What will happen to a send, decided when it is executed: its steps, and when to tell of each.
struct SendPlan: Sendable, Hashable {
    /// Something that happens to the send.
    struct Event: Sendable, Hashable {
        var status: SendStatus
        /// The timestamp in the postback; a skewed clock makes it differ from when it happens.
        var stamp: Timestamp
        var happensAt: Timestamp
    }

    /// One postback: which event it tells of, and when it is due.
    struct Post: Sendable, Hashable {
        var event: Int
        var dueAt: Timestamp
    }

    var receivedAt: Timestamp
    var enqueuedAt: Timestamp
    var executedAt: Timestamp
    /// In order of time.
    var events: [Event] = []
    /// In the order in which they go out.
    var posts: [Post] = []
    /// Of the abort or bounce.
    var reason: String?

    /// The page's word for a send of which nothing has happened yet is `sent`.
    func status(at now: Timestamp) -> SendStatus {
        events.last { $0.happensAt <= now }?.status ?? .sent
    }

    /// When the send leaves the queue.
    var leavesQueueAt: Timestamp {
        events.first?.happensAt ?? executedAt
    }
}

extension SendPlan {
    private static let slowness: Int64 = 90_000
    // The page's own example delivers 31 minutes before it sends.
    private static let skew: Int64 = -1_870_000
    private static let lateBounce: Int64 = 5_000

    /// The plan of a send that is aborted instead.
    static func aborted(
        _ reason: String,
        receivedAt: Timestamp,
        enqueuedAt: Timestamp,
        executedAt: Timestamp
    ) -> SendPlan {
        var plan = SendPlan(receivedAt: receivedAt, enqueuedAt: enqueuedAt, executedAt: executedAt)
        plan.reason = reason
        plan.happen(.aborted, at: executedAt)
        plan.postInOrder()
        return plan
    }

    /// The plan of a send that goes out, by the outcome that its address chooses.
    init(
        _ outcome: SandboxOutcome,
        delays: StepDelays,
        receivedAt: Timestamp,
        enqueuedAt: Timestamp,
        executedAt: Timestamp
    ) {
        self.init(receivedAt: receivedAt, enqueuedAt: enqueuedAt, executedAt: executedAt)
        reason = outcome.reason
        let slowness = outcome.oddity == .slow ? delays.scaled(SendPlan.slowness) : 0
        let sent = executedAt.adding(milliseconds: delays.send).adding(milliseconds: slowness)
        let processed = sent.adding(milliseconds: delays.process)
        let last = processed.adding(milliseconds: delays.deliver)
        happen(.sent, at: sent)
        happen(.processed, at: processed)
        switch outcome.ending {
        case .delivered:
            happen(.delivered, at: last, skew: outcome.oddity == .skewed ? SendPlan.skew : 0)
        case .bounced:
            happen(.bounced, at: last)
        case .deliveredThenBounced:
            happen(.delivered, at: last)
            happen(.bounced, at: last.adding(milliseconds: delays.scaled(SendPlan.lateBounce)))
        case .aborted, .processed, .silent:
            break
        }
        switch (outcome.ending, outcome.oddity) {
        case (.silent, _): break
        case (_, .twice): postTwice()
        case (_, .reversed): postInReverse()
        default: postInOrder()
        }
    }

    private mutating func happen(_ status: SendStatus, at moment: Timestamp, skew: Int64 = 0) {
        events.append(Event(status: status, stamp: moment.adding(milliseconds: skew), happensAt: moment))
    }

    private mutating func postInOrder() {
        posts = events.enumerated().map { Post(event: $0, dueAt: $1.happensAt) }
    }

    private mutating func postTwice() {
        posts = events.enumerated().flatMap { index, event in
            Array(repeating: Post(event: index, dueAt: event.happensAt), count: 2)
        }
    }

    private mutating func postInReverse() {
        let end = events.last?.happensAt ?? executedAt
        posts = events.indices.reversed().map { Post(event: $0, dueAt: end) }
    }
}
