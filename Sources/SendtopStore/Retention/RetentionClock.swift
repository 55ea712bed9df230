import SendtopCore

/// The present as retention sees it: a clock that leaps forward must not make everything old at once.
struct RetentionClock {
    /// Milliseconds that the clock may gain on the time that really went by.
    private static let tolerance: Int64 = 3_600_000

    private let began: Timestamp
    private let start = ContinuousClock.now

    init(now: Timestamp) {
        began = now
    }

    /// The clock's time, or as much of it as can have gone by since the start.
    func present(_ now: Timestamp) -> Timestamp {
        present(now, elapsed: Int64(clamping: start.duration(to: .now).components.seconds) * 1_000)
    }

    func present(_ now: Timestamp, elapsed: Int64) -> Timestamp {
        min(now, began.adding(milliseconds: elapsed + RetentionClock.tolerance))
    }
}
