import Foundation

/// How much traffic a demo has at a time: a day squeezed into four minutes, and an incident of bounces in each.
struct TrafficRhythm: Sendable {
    /// Seconds of a demo's day.
    static let day = 240.0
    /// Seconds after the day's begin between which the incident lasts.
    static let incident = 30.0..<95.0

    /// Sends a second, some seconds after the start.
    func rate(at seconds: Double) -> Double {
        let phase = 2 * Double.pi * seconds / TrafficRhythm.day
        return 4 + 2.2 * sin(phase) + 0.8 * sin(3 * phase + 1)
    }

    /// The share of sends that the incident strikes: rises and falls over ten seconds.
    func incidentShare(at seconds: Double) -> Double {
        let time = seconds.truncatingRemainder(dividingBy: TrafficRhythm.day)
        guard TrafficRhythm.incident.contains(time) else { return 0 }
        let edge = min(time - TrafficRhythm.incident.lowerBound, TrafficRhythm.incident.upperBound - time)
        return 0.45 * min(1, edge / 10)
    }
}
