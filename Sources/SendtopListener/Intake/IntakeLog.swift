import Logging
import SendtopCore
import Synchronization

/// Writes the first few requests of each minute that were not taken into the log, and counts the others.
///
/// What a sender wrote is cleaned and cut before it gets there.
final class IntakeLog: Sendable {
    /// Lines a minute and kind.
    static let limit = 5
    /// Characters of a body or a reason.
    static let sampleLength = 120

    private struct Share {
        var minute: Int64 = .min
        var count = 0

        /// Whether a line may be written, and how many were not since the last one that was.
        mutating func take(in now: Int64) -> (isWithin: Bool, suppressed: Int) {
            var suppressed = 0
            if now != minute {
                suppressed = max(0, count - IntakeLog.limit)
                minute = now
                count = 0
            }
            count += 1
            return (count <= IntakeLog.limit, suppressed)
        }

        /// Those that were not written are told of in another line.
        mutating func settle() {
            count = min(count, IntakeLog.limit)
        }
    }

    /// Postbacks that were not stored.
    private struct Failures {
        /// Each kind has lines of its own.
        var shares: [Outcome: Share] = [:]
        /// How many there were since the log last said that postbacks are stored again.
        var count = 0
        /// How many of them have no line.
        var unsaid = 0
        var recoveries = Share()
    }

    private let logger: Logger
    private let refusals = Mutex<[Outcome: Share]>([:])
    private let failures = Mutex(Failures())
    private let shortages = Mutex(Share())

    init(_ logger: Logger) {
        self.logger = logger
    }

    /// A request was refused.
    ///
    /// - Parameters:
    ///   - outcome: what became of it; each kind has lines of its own.
    ///   - reason: why, in our own words.
    ///   - sample: what was sent.
    ///   - source: where from.
    ///   - moment: when.
    func refused(_ outcome: Outcome, _ reason: String, sample: [UInt8], source: String?, at moment: Timestamp) {
        let (isWithin, suppressed) = refusals.withLock { $0[outcome, default: Share()].take(in: moment.minute) }
        guard isWithin else { return }
        logger.warning(
            "postback refused",
            metadata: [
                "reason": .string(IntakeLog.cleaned(reason)),
                "source": .string(IntakeLog.cleaned(source ?? "unknown")),
                "bytes": .stringConvertible(sample.count),
                "sample": .string(IntakeLog.cleaned(String(decoding: sample.prefix(4 * 120), as: UTF8.self))),
                "suppressed": .stringConvertible(suppressed),
            ]
        )
    }

    /// A postback could not be stored.
    ///
    /// - Parameters:
    ///   - outcome: what became of it; each kind has lines of its own.
    ///   - reason: why, in our own words.
    ///   - moment: when.
    func notStored(_ outcome: Outcome, _ reason: String, at moment: Timestamp) {
        let (isWithin, suppressed) = failures.withLock { failures in
            let line = failures.shares[outcome, default: Share()].take(in: moment.minute)
            failures.count += 1
            if !line.isWithin { failures.unsaid += 1 }
            return line
        }
        guard isWithin else { return }
        logger.error(
            "postback not stored",
            metadata: [
                "reason": .string(IntakeLog.cleaned(reason)),
                "suppressed": .stringConvertible(suppressed),
            ]
        )
    }

    /// A postback was stored, after one or more that could not be.
    func storedAgain(at moment: Timestamp) {
        let (count, unsaid) = failures.withLock { failures in
            // Where some are stored and some are not, by turns, the last word is in a later minute.
            guard failures.recoveries.take(in: moment.minute).isWithin else { return (0, 0) }
            let counts = (failures.count, failures.unsaid)
            failures.count = 0
            failures.unsaid = 0
            for outcome in failures.shares.keys { failures.shares[outcome]?.settle() }
            return counts
        }
        guard count > 0 else { return }
        logger.notice(
            "postbacks are stored again",
            metadata: ["not_stored": .stringConvertible(count), "suppressed": .stringConvertible(unsaid)]
        )
    }

    /// The system gave no descriptor, or no memory, for a connection.
    func shortage(_ reason: String, evicted: Int, at moment: Timestamp) {
        let (isWithin, suppressed) = shortages.withLock { $0.take(in: moment.minute) }
        guard isWithin else { return }
        logger.error(
            "connection not accepted",
            metadata: [
                "reason": .string(reason),
                "evicted": .stringConvertible(evicted),
                "suppressed": .stringConvertible(suppressed),
            ]
        )
    }

    private static func cleaned(_ text: String) -> String {
        let line = TextGate.line(text)
        return line.count > sampleLength ? "\(line.prefix(sampleLength))…" : line
    }
}
