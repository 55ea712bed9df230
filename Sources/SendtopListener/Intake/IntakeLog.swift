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
    }

    private let logger: Logger
    private let refusals = Mutex<[Outcome: Share]>([:])
    private let failures = Mutex(Share())

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
    func notStored(_ reason: String, at moment: Timestamp) {
        let (isWithin, suppressed) = failures.withLock { $0.take(in: moment.minute) }
        guard isWithin else { return }
        logger.error(
            "postback not stored",
            metadata: [
                "reason": .string(IntakeLog.cleaned(reason)),
                "suppressed": .stringConvertible(suppressed),
            ]
        )
    }

    /// The system gave no descriptor, or no memory, for a connection.
    func shortage(_ reason: String, evicted: Int, at moment: Timestamp) {
        let (isWithin, suppressed) = failures.withLock { $0.take(in: moment.minute) }
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
