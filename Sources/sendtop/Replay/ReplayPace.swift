import SendtopCore

/// When each event of a recording is due.
struct ReplayPace {
    /// How many times faster than recorded; `nil` is as fast as possible.
    let speed: Double?
    private var start: (recorded: Timestamp, real: ContinuousClock.Instant)?

    init(speed: Double?) {
        self.speed = speed
    }

    /// How long to wait before an event; nothing for one that is late, or that a clock stepping back has stamped.
    mutating func pause(before at: Timestamp, now: ContinuousClock.Instant) -> Duration {
        guard let speed else { return .zero }
        guard let start else {
            start = (at, now)
            return .zero
        }
        let due = Double(at.milliseconds(since: start.recorded)) / speed
        guard due.isFinite, abs(due) < 1e15 else { return .zero }
        return max(.zero, .milliseconds(Int64(due)) - start.real.duration(to: now))
    }
}
