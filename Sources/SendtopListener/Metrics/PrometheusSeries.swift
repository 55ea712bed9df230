import CoreMetrics
import Foundation
import Synchronization

/// One line, or one histogram, of a metric.
protocol PrometheusSeries: AnyObject, Sendable {
    /// The lines, each with its end.
    ///
    /// - Parameters:
    ///   - name: the metric's name.
    ///   - labels: `a="1",b="2"`, or nothing.
    func lines(_ name: String, _ labels: String) -> String
}

/// A number that only grows.
final class PrometheusCounter: PrometheusSeries, CounterHandler {
    private let value = Atomic<Int64>(0)

    func increment(by amount: Int64) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    func reset() {
        value.store(0, ordering: .relaxed)
    }

    func lines(_ name: String, _ labels: String) -> String {
        PrometheusText.line(name, labels, String(value.load(ordering: .relaxed)))
    }
}

/// A number that goes up and down, or grows by fractions.
final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler, FloatingPointCounterHandler {
    private let value = Mutex(0.0)

    func set(_ value: Int64) {
        set(Double(value))
    }

    func set(_ value: Double) {
        self.value.withLock { $0 = value }
    }

    func increment(by amount: Double) {
        value.withLock { $0 += amount }
    }

    func decrement(by amount: Double) {
        value.withLock { $0 -= amount }
    }

    func record(_ value: Int64) {
        set(Double(value))
    }

    func record(_ value: Double) {
        set(value)
    }

    func reset() {
        set(0.0)
    }

    func lines(_ name: String, _ labels: String) -> String {
        PrometheusText.line(name, labels, PrometheusText.number(value.withLock { $0 }))
    }
}

/// How often values fell below each of some bounds.
final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
    /// Seconds: from half a millisecond, well below a commit, to the time after which senders give up.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct State {
        var counts = [Int](repeating: 0, count: PrometheusHistogram.bounds.count + 1)
        var sum = 0.0
    }

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) {
        record(Double(duration) / 1e9)
    }

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        let place = PrometheusHistogram.bounds.firstIndex { value <= $0 } ?? PrometheusHistogram.bounds.count
        state.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    func lines(_ name: String, _ labels: String) -> String {
        let state = state.withLock { $0 }
        let before = labels.isEmpty ? "" : labels + ","
        var text = ""
        var total = 0
        for (place, count) in state.counts.enumerated() {
            total += count
            let isLast = place == PrometheusHistogram.bounds.count
            let bound = isLast ? "+Inf" : PrometheusText.number(PrometheusHistogram.bounds[place])
            text += PrometheusText.line(name + "_bucket", before + "le=\"\(bound)\"", String(total))
        }
        text += PrometheusText.line(name + "_sum", labels, PrometheusText.number(state.sum))
        text += PrometheusText.line(name + "_count", labels, String(total))
        return text
    }
}
