import SendtopCore

/// A masked send that is shown as it is, for a while.
struct Peek: Sendable, Hashable {
    /// How long, in milliseconds; it ends with the tick that is nearest.
    static let span: Int64 = 5_000
    private static let tick: Int64 = 1_000

    let timeline: Timeline
    private let start: Timestamp

    init(_ timeline: Timeline, at start: Timestamp) {
        self.timeline = timeline
        self.start = start
    }

    /// A clock that was set back ends it, too.
    func isOver(at now: Timestamp) -> Bool {
        !(-Peek.tick..<Peek.span - Peek.tick / 2).contains(now.milliseconds(since: start))
    }
}
