import SendtopCore

/// Tells which postbacks say what one before them has said, byte for byte, of the last few thousand.
struct RepeatWatch {
    /// A repeat mostly comes within minutes, and a long run must not grow.
    private static let limit = 10_000

    private var newer: Set<UInt64> = []
    private var older: Set<UInt64> = []

    /// Whether an event repeats one before it.
    mutating func isRepeat(_ event: Event) -> Bool {
        guard let fingerprint = SendFacts(event).fingerprint else { return false }
        if newer.contains(fingerprint) || older.contains(fingerprint) { return true }
        if newer.count >= RepeatWatch.limit / 2 {
            older = newer
            newer = []
        }
        newer.insert(fingerprint)
        return false
    }
}
