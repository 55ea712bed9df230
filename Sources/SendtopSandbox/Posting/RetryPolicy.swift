/// When a postback is tried again: five tries over half an hour, with growing waits.
///
/// Source: the service's policy for its message webhooks, `braze-facts.md:78`; for postbacks it documents none.
struct RetryPolicy: Sendable {
    let timeFactor: Double

    private static let waits: [Int64] = [10_000, 60_000, 300_000, 1_440_000]

    /// How a try ended.
    enum Ending: Sendable, Hashable {
        case status(Int)
        case noAnswer
    }

    /// What to do next.
    enum Decision: Sendable, Hashable {
        case finished
        /// In so many milliseconds.
        case again(after: Int64)
        case givenUp
    }

    /// Decides after a try.
    ///
    /// - Parameter tries: how many there were before this one.
    func decision(after ending: Ending, tries: Int) -> Decision {
        switch ending {
        case .status(200...299): return .finished
        case .status(408), .status(429), .status(500...), .noAnswer:
            guard RetryPolicy.waits.indices.contains(tries) else { return .givenUp }
            return .again(after: StepDelays.scaled(RetryPolicy.waits[tries], timeFactor))
        case .status: return .givenUp
        }
    }
}
