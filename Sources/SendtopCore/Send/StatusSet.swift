/// The statuses that a send has had.
///
/// The known ones are bits, so that a union of two sets is the same in either order; of unknown ones the set keeps
/// the greatest by text, for the same reason.
public struct StatusSet: Sendable, Hashable {
    /// One bit a known status, in rising rank.
    public private(set) var bits: UInt16
    /// An unknown status, as it came.
    public private(set) var unknown: String?

    public init(bits: UInt16 = 0, unknown: String? = nil) {
        self.bits = bits
        self.unknown = unknown
    }

    /// Adds a status.
    public mutating func insert(_ status: SendStatus) {
        if let rank = SendStatus.rising.firstIndex(of: status) {
            bits |= 1 << rank
        } else {
            unknown = max(unknown ?? "", status.rawValue)
        }
    }

    /// Adds all statuses of another set.
    public mutating func formUnion(_ other: StatusSet) {
        bits |= other.bits
        if let status = other.unknown { insert(SendStatus(rawValue: status)) }
    }

    /// Whether the send has had the status.
    public func contains(_ status: SendStatus) -> Bool {
        guard let rank = SendStatus.rising.firstIndex(of: status) else { return unknown == status.rawValue }
        return bits & 1 << rank != 0
    }

    /// The status to show: the highest by rank; an unknown one ranks just below `accepted`.
    public var highest: SendStatus {
        let known = SendStatus.rising.enumerated().reversed().filter { bits & 1 << $0.offset != 0 }.map(\.element)
        let highestKnown = known.first
        if let highestKnown, highestKnown.rank >= SendStatus.accepted.rank { return highestKnown }
        if let unknown { return SendStatus(rawValue: unknown) }
        return highestKnown ?? SendStatus(rawValue: "unknown")
    }

    /// Whether two different final statuses are in the set.
    public var isContradictory: Bool {
        [SendStatus.delivered, .aborted, .bounced].filter(contains).count > 1
    }
}

extension SendStatus {
    fileprivate var rank: Int {
        SendStatus.rising.firstIndex(of: self) ?? 0
    }
}
