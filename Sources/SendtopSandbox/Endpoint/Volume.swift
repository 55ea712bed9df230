import SendtopCore
import Synchronization

/// Counts requests and sends by the clock hour.
final class Volume: Sendable {
    /// The overall limit, as the headers of an answer tell it.
    struct Limit: Sendable, Hashable {
        var limit: Int
        var remaining: Int
        /// The top of the next hour, in seconds since 1970.
        var reset: Int64
        var isExceeded: Bool
    }

    private struct Hour {
        var number: Int64 = .min
        var requests = 0
        var sends = 0

        mutating func turn(to now: Timestamp) {
            let present = Volume.hour(of: now)
            if present != number { self = Hour(number: present) }
        }
    }

    private static let hourLength: Int64 = 3_600_000
    private let hourlyAllotment: Int
    private let rateLimit: Int
    private let hour = Mutex(Hour())

    /// Begins with the sends that the state knows of this hour.
    init(configuration: SandboxConfiguration, sendsThisHour: Int, now: Timestamp) {
        hourlyAllotment = configuration.hourlyAllotment
        rateLimit = configuration.rateLimit
        hour.withLock {
            $0.turn(to: now)
            $0.sends = sendsThisHour
        }
    }

    /// The beginning of the clock hour.
    static func start(of now: Timestamp) -> Timestamp {
        Timestamp(milliseconds: hour(of: now) * hourLength)
    }

    /// Counts a request against the overall limit.
    func countRequest(at now: Timestamp) -> Limit {
        let requests = hour.withLock {
            $0.turn(to: now)
            $0.requests += 1
            return $0.requests
        }
        return Limit(
            limit: rateLimit,
            remaining: max(0, rateLimit - requests),
            reset: (Volume.hour(of: now) + 1) * Volume.hourLength / 1_000,
            isExceeded: requests > rateLimit
        )
    }

    /// Counts a send against the allotment, and says whether it is outside the SLA.
    func countSend(at now: Timestamp) -> Bool {
        hour.withLock {
            $0.turn(to: now)
            $0.sends += 1
            return $0.sends > hourlyAllotment
        }
    }

    /// The counts of this hour.
    func counts(at now: Timestamp) -> (requests: Int, sends: Int) {
        hour.withLock {
            $0.turn(to: now)
            return ($0.requests, $0.sends)
        }
    }

    private static func hour(of moment: Timestamp) -> Int64 {
        moment.milliseconds / hourLength
    }
}
