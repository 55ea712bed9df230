extension Filter {
    /// Whether a send passes.
    /// - Parameter now: The moment of asking, for ages.
    public func matches(_ row: SendRow, now: Timestamp) -> Bool {
        switch self {
        case .all: true
        case .word(let word): row.shownTexts.contains { TextPattern.contains(word).matches($0) }
        case .regex(let regex): row.shownTexts.contains { regex.matches($0) }
        case .field(let field, let pattern): field.text(of: row).map(pattern.matches) ?? false
        case .latency(let comparison, let limit): row.send.latency.map { comparison.holds($0, limit) } ?? false
        case .age(let comparison, let limit):
            comparison.holds(now.milliseconds(since: row.send.firstSeen), limit)
        case .since(let moment): row.send.firstSeen >= moment
        case .and(let parts): parts.allSatisfy { $0.matches(row, now: now) }
        case .or(let parts): parts.contains { $0.matches(row, now: now) }
        case .not(let part): !part.matches(row, now: now)
        }
    }
}

extension SendRow {
    /// What a word is looked for in.
    fileprivate var shownTexts: [String] {
        [
            send.dispatchID, send.campaignAPIID, send.externalSendID, send.recipient, send.status.rawValue,
            bounceClass?.rawValue, code, send.reason,
        ].compactMap(\.self)
    }
}
