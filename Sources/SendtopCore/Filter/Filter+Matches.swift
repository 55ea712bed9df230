extension Filter {
    /// Whether a send passes.
    /// - Parameters:
    ///   - now: The moment of asking, for ages.
    ///   - isMasked: Whether the send is without its person; then only what holds a `~` is looked for in pseudonyms, by
    ///     anything but `to:`.
    public func matches(_ row: SendRow, now: Timestamp, isMasked: Bool = false) -> Bool {
        switch self {
        case .all: true
        case .word(let word):
            row.texts(withRecipient: !isMasked || word.contains(Mask.mark))
                .contains { TextPattern.contains(word).matches($0) }
        case .regex(let regex):
            row.texts(withRecipient: !isMasked || regex.pattern.contains(Mask.mark)).contains { regex.matches($0) }
        case .field(let field, let pattern): field.text(of: row).map(pattern.matches) ?? false
        case .latency(let comparison, let limit): row.send.latency.map { comparison.holds($0, limit) } ?? false
        case .age(let comparison, let limit):
            comparison.holds(now.milliseconds(since: row.send.firstSeen), limit)
        case .since(let moment): row.send.firstSeen >= moment
        case .and(let parts): parts.allSatisfy { $0.matches(row, now: now, isMasked: isMasked) }
        case .or(let parts): parts.contains { $0.matches(row, now: now, isMasked: isMasked) }
        case .not(let part): !part.matches(row, now: now, isMasked: isMasked)
        }
    }
}

extension SendRow {
    /// What a word is looked for in.
    fileprivate func texts(withRecipient: Bool) -> [String] {
        [
            send.dispatchID, send.campaignAPIID, send.externalSendID, withRecipient ? send.recipient : nil,
            send.status.rawValue, bounceClass?.rawValue, code, send.reason,
        ].compactMap(\.self)
    }
}
