public import CoreMetrics
import Synchronization

/// Keeps what is measured through swift-metrics, and writes it in the text format of Prometheus.
///
/// Labels are names in Prometheus' form; a timer becomes a histogram in seconds. A label keeps the kind that it was
/// first asked for as; what asks for another kind later measures into the void.
public final class PrometheusMetrics: MetricsFactory {
    private struct Family {
        let type: String
        var help: String?
        /// By their labels, in text form.
        var series: [String: any PrometheusSeries] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    public init() {}

    /// Says what a label measures, in a sentence that stands above it.
    public func describe(_ label: String, _ help: String) {
        families.withLock { $0[label]?.help = help }
    }

    /// Everything that is measured, in order of the labels.
    public func text() -> String {
        let all = families.withLock { $0 }
        var text = ""
        for (label, family) in all.sorted(by: { $0.key < $1.key }) {
            if let help = family.help { text += "# HELP \(label) \(PrometheusText.escaped(help))\n" }
            text += "# TYPE \(label) \(family.type)\n"
            for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
                text += series.lines(label, labels)
            }
        }
        return text
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, type: "counter", PrometheusCounter.init)
    }

    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, dimensions, type: "counter", PrometheusGauge.init)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, type: "gauge", PrometheusGauge.init)
    }

    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        aggregate
            ? series(label, dimensions, type: "histogram", PrometheusHistogram.init)
            : series(label, dimensions, type: "gauge", PrometheusGauge.init)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, type: "histogram", PrometheusHistogram.init)
    }

    public func destroyCounter(_ handler: any CounterHandler) {
        forget(handler)
    }

    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {
        forget(handler)
    }

    public func destroyMeter(_ handler: any MeterHandler) {
        forget(handler)
    }

    public func destroyRecorder(_ handler: any RecorderHandler) {
        forget(handler)
    }

    public func destroyTimer(_ handler: any TimerHandler) {
        forget(handler)
    }

    /// The series of a label and its dimensions, made when there is none yet.
    private func series<Series: PrometheusSeries>(
        _ label: String,
        _ dimensions: [(String, String)],
        type: String,
        _ make: () -> Series
    ) -> Series {
        let name = PrometheusText.name(label)
        let labels = PrometheusText.labels(dimensions)
        return families.withLock { families in
            var family = families[name] ?? Family(type: type)
            guard family.type == type else { return make() }
            if let known = family.series[labels] as? Series { return known }
            let made = make()
            family.series[labels] = made
            families[name] = family
            return made
        }
    }

    private func forget(_ handler: AnyObject) {
        families.withLock { families in
            families = families.mapValues { family in
                var family = family
                family.series = family.series.filter { $0.value !== handler }
                return family
            }
        }
    }
}
