import CoreMetrics
import NIOCore

/// What the listener measures of itself.
struct ListenerMetrics: Sendable {
    private let outcomes: [Outcome: Counter]
    /// That of `Outcome.taken`.
    let taken: Counter
    /// Events in the ledger by way of this listener.
    let events: Counter
    /// Bytes of the bodies that were read.
    let bytes: Counter
    /// From the head of a request to its answer.
    let answer: CoreMetrics.Timer
    /// From handing a request's events to the ledger to its word that they are durable.
    let commit: CoreMetrics.Timer
    private let waiting: Meter
    private let waitingBytes: Meter
    private let connections: Meter
    private let age: Meter

    init(_ factory: PrometheusMetrics) {
        func counter(_ outcome: Outcome) -> Counter {
            Counter(label: Name.requests, dimensions: [("outcome", outcome.rawValue)], factory: factory)
        }
        outcomes = Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0, counter($0)) })
        taken = counter(.taken)
        events = Counter(label: Name.events, factory: factory)
        bytes = Counter(label: Name.bytes, factory: factory)
        answer = CoreMetrics.Timer(label: Name.answer, factory: factory)
        commit = CoreMetrics.Timer(label: Name.commit, factory: factory)
        waiting = Meter(label: Name.waiting, factory: factory)
        waitingBytes = Meter(label: Name.waitingBytes, factory: factory)
        connections = Meter(label: Name.connections, factory: factory)
        age = Meter(label: Name.age, factory: factory)
        for (name, help) in Name.help { factory.describe(name, help) }
    }

    /// A request or a connection came to its end.
    func count(_ outcome: Outcome) {
        outcomes[outcome]?.increment()
    }

    /// Sets what is measured only when somebody asks.
    func set(waiting: Int, bytes: Int, connections: Int, age: Double?) {
        self.waiting.set(waiting)
        waitingBytes.set(bytes)
        self.connections.set(connections)
        self.age.set(age ?? .nan)
    }

    private enum Name {
        static let requests = "sendtop_requests_total"
        static let events = "sendtop_events_total"
        static let bytes = "sendtop_received_bytes_total"
        static let answer = "sendtop_answer_seconds"
        static let commit = "sendtop_commit_seconds"
        static let waiting = "sendtop_queue_requests"
        static let waitingBytes = "sendtop_queue_bytes"
        static let connections = "sendtop_connections"
        static let age = "sendtop_last_postback_age_seconds"

        static let help = [
            requests: "Requests and refused connections by what became of them.",
            events: "Events that this listener brought into the ledger.",
            bytes: "Bytes of the bodies that were read.",
            answer: "From the head of a postback to its answer 200.",
            commit: "From handing events to the ledger until they are durable.",
            waiting: "Requests that wait for the ledger.",
            waitingBytes: "Bytes of bodies that are held in memory.",
            connections: "Open connections.",
            age: "Time since the last postback was taken; NaN before the first.",
        ]
    }
}
