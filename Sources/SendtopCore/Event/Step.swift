/// A moment in a send's life that a postback can name.
public enum Step: Int, Sendable, Hashable, CaseIterable {
    case received
    case enqueued
    case executed
    case sent
    case processed
    case delivered
    case bounced
    case aborted

    /// The field of the postback's `metadata`, and of the export, such as `received_at`.
    public var fieldName: String {
        Step.fieldNames[rawValue]
    }

    /// Kept, since every postback asks for all of them.
    private static let fieldNames = allCases.map { "\($0)_at" }
}

/// When a send reached each step, by the service's clock.
public struct StepTimes: Sendable, Hashable {
    // Properties, since an array would be memory of its own for every event and every send.
    private var received: Timestamp?
    private var enqueued: Timestamp?
    private var executed: Timestamp?
    private var sent: Timestamp?
    private var processed: Timestamp?
    private var delivered: Timestamp?
    private var bounced: Timestamp?
    private var aborted: Timestamp?

    /// Makes a set of times of which none is known.
    public init() {}

    /// The moment of a step, when it is known.
    public subscript(step: Step) -> Timestamp? {
        get {
            switch step {
            case .received: received
            case .enqueued: enqueued
            case .executed: executed
            case .sent: sent
            case .processed: processed
            case .delivered: delivered
            case .bounced: bounced
            case .aborted: aborted
            }
        }
        set {
            switch step {
            case .received: received = newValue
            case .enqueued: enqueued = newValue
            case .executed: executed = newValue
            case .sent: sent = newValue
            case .processed: processed = newValue
            case .delivered: delivered = newValue
            case .bounced: bounced = newValue
            case .aborted: aborted = newValue
            }
        }
    }

    /// Whether no moment is known.
    public var isEmpty: Bool {
        Step.allCases.allSatisfy { self[$0] == nil }
    }

    /// Takes another's moments in, the earlier of each step.
    ///
    /// Timestamps of a send contradict each other at times; the earliest is what any order of arrival agrees on.
    public mutating func merge(_ other: StepTimes) {
        for step in Step.allCases {
            switch (self[step], other[step]) {
            case (let mine?, let theirs?): self[step] = min(mine, theirs)
            case (nil, let theirs?): self[step] = theirs
            case (_, nil): break
            }
        }
    }
}
