/// How much time goes by between two inputs that only time brings; in milliseconds.
public enum ClockBeat: Int64, Sendable {
    case second = 1_000
    case tenSeconds = 10_000
    case minute = 60_000
}
