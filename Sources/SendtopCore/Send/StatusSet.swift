/// The statuses that a send has had.
///
/// The known ones are bits, so that a union of two sets is the same in either order; of unknown ones the set keeps
/// the greatest by its bytes, for the same reason.
public struct StatusSet: Sendable, Hashable {
    /// The known statuses in the order of their bits. The bits are stored: a new status goes to the end.
    public static let known: [SendStatus] = [
        .failed, .rejected, .taken, .accepted, .sent, .processed, .delivered, .aborted, .bounced,
    ]

    /// One bit a known status, by its place in `known`.
    public private(set) var bits: UInt16
    /// An unknown status, as it came.
    public private(set) var unknown: String?

    public init(bits: UInt16 = 0, unknown: String? = nil) {
        self.bits = bits
        self.unknown = unknown
    }

    /// Adds a status; an empty one says nothing.
    public mutating func insert(_ status: SendStatus) {
        if let bit = StatusSet.bit(of: status) {
            bits |= 1 << bit
        } else if let unknown {
            if unknown.precedes(status.rawValue) { self.unknown = status.rawValue }
        } else if !status.rawValue.isEmpty {
            unknown = status.rawValue
        }
    }

    /// Adds all statuses of another set.
    public mutating func formUnion(_ other: StatusSet) {
        bits |= other.bits
        if let status = other.unknown { insert(SendStatus(rawValue: status)) }
    }

    /// Whether the send has had the status.
    public func contains(_ status: SendStatus) -> Bool {
        guard let bit = StatusSet.bit(of: status) else { return unknown == status.rawValue }
        return bits & 1 << bit != 0
    }

    /// The status to show: the highest by rank; an unknown one ranks just below `accepted`.
    public var highest: SendStatus {
        if let first = StatusSet.falling.first(where: { bits & $0.mask != 0 }), unknown == nil || first.isAboveUnknown {
            return first.status
        }
        return SendStatus(rawValue: unknown ?? "unknown")
    }

    /// The known statuses in falling rank, with their bits.
    private static let falling: [(status: SendStatus, mask: UInt16, isAboveUnknown: Bool)] = {
        let below: Set<SendStatus> = [.taken, .rejected, .failed]
        return SendStatus.rising.reversed().map { status in
            (status, bit(of: status).map { 1 << UInt16($0) } ?? 0, !below.contains(status))
        }
    }()

    /// Whether two different final statuses are in the set.
    public var isContradictory: Bool {
        [SendStatus.delivered, .aborted, .bounced].filter(contains).count > 1
    }

    /// The place of a known status in `known`; `nil` for any other.
    public static func bit(of status: SendStatus) -> Int? {
        // From the end, where the commonest are.
        known.lastIndex(of: status)
    }
}
