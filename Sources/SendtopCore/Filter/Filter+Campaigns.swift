extension Filter {
    /// The filter that also finds campaigns by the names that people know them by; the ledger has their ids alone.
    func naming(_ campaigns: [String: String]) -> Filter {
        switch self {
        case .word(let word):
            or(campaigns) { TextPattern.contains(word).matches($0) }
        case .regex(let regex):
            or(campaigns) { regex.matches($0) }
        case .field(.campaign, let pattern):
            or(campaigns) { pattern.matches($0) }
        case .and(let parts):
            .and(parts.map { $0.naming(campaigns) })
        case .or(let parts):
            .or(parts.map { $0.naming(campaigns) })
        case .not(let part):
            .not(part.naming(campaigns))
        case .all, .field, .latency, .age, .since:
            self
        }
    }

    /// This, or one of the campaigns whose names fit.
    private func or(_ campaigns: [String: String], _ fits: (String) -> Bool) -> Filter {
        let ids = campaigns.filter { fits($0.value) }.keys.sorted()
        guard !ids.isEmpty else { return self }
        return .or([self] + ids.map { .field(.campaign, .whole([$0])) })
    }
}
