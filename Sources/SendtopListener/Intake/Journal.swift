import CoreMetrics
import SendtopCore

/// Tells all who want to know what became of a request: the screen, the metrics, the log.
///
/// A class, since all connections have it: a copy would count a reference for each metric.
final class Journal: Sendable {
    let counter: IntakeCounter
    let metrics: ListenerMetrics
    let log: IntakeLog
    let now: @Sendable () -> Timestamp

    init(
        counter: IntakeCounter,
        metrics: ListenerMetrics,
        log: IntakeLog,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.counter = counter
        self.metrics = metrics
        self.log = log
        self.now = now
    }

    /// Postbacks are in the ledger.
    ///
    /// - Parameter moment: when the last of them came.
    func took(_ requests: Int, events: Int, at moment: Timestamp) {
        if counter.took(requests, at: moment) { log.storedAgain(at: moment) }
        metrics.taken.increment(by: requests)
        metrics.events.increment(by: events)
    }

    /// Counts, without a word in the log or on the screen.
    func note(_ outcome: Outcome) {
        metrics.count(outcome)
    }

    /// A request, or a connection, was refused.
    func refuse(_ outcome: Outcome, _ reason: String, sample: [UInt8] = [], from source: String?) {
        counter.refused()
        metrics.count(outcome)
        log.refused(outcome, reason, sample: sample, source: source, at: now())
    }

    /// A postback could not be stored.
    func fail(_ outcome: Outcome, _ problem: String) {
        let moment = now()
        counter.failed(problem, at: moment)
        metrics.count(outcome)
        log.notStored(outcome, problem, at: moment)
    }
}
