/// Decides when a changed screen may be painted: never more often than the limit, and at once for a key.
struct FramePacing {
    /// What to do about a changed screen.
    enum Decision: Equatable {
        case draw
        /// Milliseconds from now.
        case wait(Int64)
    }

    /// Frames within any second, at most.
    let limit: Int
    private var drawnAt: [Int64] = []

    /// Ten frames a second, and five where every byte crosses a network.
    init(overNetwork: Bool) {
        limit = overNetwork ? 5 : 10
    }

    /// What to do now about a change.
    ///
    /// Changes that no key asked for are spread evenly and leave two frames of every second to the keys.
    ///
    /// - Parameters:
    ///   - forKey: whether a person waits for it.
    ///   - now: milliseconds of a clock that does not step.
    func decision(forKey: Bool, now: Int64) -> Decision {
        let recent = drawnAt.filter { $0 > now - 1_000 }
        if let oldest = recent.first, recent.count >= limit { return .wait(oldest + 1_000 - now) }
        guard !forKey, let last = recent.last else { return .draw }
        let spacing = Int64(1_000 / (limit - 2))
        return last + spacing <= now ? .draw : .wait(last + spacing - now)
    }

    /// Notes a frame.
    mutating func drew(at now: Int64) {
        drawnAt.removeAll { $0 <= now - 1_000 }
        drawnAt.append(now)
    }
}
