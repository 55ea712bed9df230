/// Events that were taken in, since derived tables show them, and are not in the ledger any more.
struct MissingEvents: Sendable, Hashable {
    let first: Int64
    let last: Int64
}

extension MissingEvents: CustomStringConvertible {
    /// How many, and which, without a full stop.
    var description: String {
        first == last
            ? "1 event that was taken in is missing, number \(first)"
            : "\(last - first + 1) events that were taken in are missing, numbers \(first) to \(last)"
    }
}
