import NIOCore
import SendtopCore

/// What the listener tells those who look after it.
struct Inspection: Sendable {
    let prometheus: PrometheusMetrics
    let journal: Journal
    let backlog: Backlog
    let register: ConnectionRegister
    let measure: @Sendable () async -> [Measurement]

    /// Whether postbacks can be taken in now, as far as is known.
    ///
    /// A ledger that failed is given another chance after a few seconds: without traffic nobody would find out that
    /// it works again.
    func readiness() -> Answer {
        if backlog.isStalled { return .later("The ledger has not answered for too long.") }
        if let failedAt = journal.counter.failedAt {
            let age = journal.now().milliseconds - failedAt.milliseconds
            if (0..<Answer.retryAfter * 1_000).contains(age) { return .later("The ledger does not take postbacks.") }
        }
        return .ready
    }

    /// All that is measured.
    func metrics() async -> Answer {
        let depth = backlog.depth
        let last = journal.counter.status.lastAt
        journal.metrics.set(
            waiting: depth.requests,
            bytes: depth.bytes,
            connections: register.count,
            age: last.map { Double(journal.now().milliseconds - $0.milliseconds) / 1_000 }
        )
        var text = prometheus.text()
        for measurement in await measure() {
            let name = PrometheusText.name(measurement.name)
            text += "# HELP \(name) \(PrometheusText.escaped(measurement.help))\n# TYPE \(name) gauge\n"
            text += PrometheusText.line(name, "", PrometheusText.number(measurement.value))
        }
        return .metrics(text)
    }
}
