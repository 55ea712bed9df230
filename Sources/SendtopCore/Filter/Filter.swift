/// Which sends to show, count or export.
public indirect enum Filter: Sendable, Hashable {
    /// Every send.
    case all
    /// Sends of which any shown text holds the word, whatever its case: ids, campaign, recipient, status, reason.
    case word(String)
    /// Sends that pass every one.
    case and([Filter])
}

extension Filter {
    /// Takes every word of a text, in any order.
    public init(words text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).map { Filter.word(String($0)) }
        switch words.count {
        case 0: self = .all
        case 1: self = words[0]
        default: self = .and(words)
        }
    }
}
