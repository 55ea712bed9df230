import Foundation

/// How long one who looks on rests between two looks at a ledger that keeps changing, so that the one who writes is not
/// held up, though twenty look on.
struct LookerPacing {
    /// Of one processor, for looks.
    private static let share = 0.02
    /// The longest rest, in seconds, whatever a look has cost.
    private static let limit = 1.0
    /// The same where work waits for a processor, and a look costs others what it takes.
    private static let crowdedShare = 0.002
    private static let crowdedLimit = 5.0
    /// Of the time, that in which some work had to wait.
    private static let crowded = 0.4

    /// When the last rest ended, and what was used and waited for until then, in seconds.
    private var begin = LookerPacing.seconds(CLOCK_MONOTONIC)
    private var used = LookerPacing.seconds(CLOCK_PROCESS_CPUTIME_ID)
    private var waited = LookerPacing.pressure()
    private var asked = LookerPacing.seconds(CLOCK_MONOTONIC)
    /// Whether work waits for the processors.
    private(set) var isCrowded = false

    /// The rest that is due for what was used since the last one.
    mutating func rest() -> Duration {
        let now = LookerPacing.seconds(CLOCK_MONOTONIC)
        let all = LookerPacing.seconds(CLOCK_PROCESS_CPUTIME_ID)
        let waited = LookerPacing.pressure()
        isCrowded = waited - self.waited > (now - asked) * LookerPacing.crowded
        let share = isCrowded ? LookerPacing.crowdedShare : LookerPacing.share
        let limit = isCrowded ? LookerPacing.crowdedLimit : LookerPacing.limit
        let due = min(limit, max(0, (all - used) / share - (now - begin)))
        begin = now + due
        used = all
        self.waited = waited
        asked = now
        return .seconds(due)
    }

    /// Seconds in which some work has waited for a processor since the system's start; 0 where it does not tell.
    private static func pressure() -> Double {
        guard let text = try? String(contentsOfFile: "/proc/pressure/cpu", encoding: .utf8) else { return 0 }
        let some = text.split(separator: "\n").first { $0.hasPrefix("some ") }
        let total = some?.split(separator: " ").first { $0.hasPrefix("total=") }
        return (total.flatMap { Double($0.dropFirst("total=".count)) } ?? 0) / 1e6
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
