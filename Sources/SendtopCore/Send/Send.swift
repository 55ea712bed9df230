/// One request to mail one person, merged from all events that speak of it.
///
/// Merging is idempotent and free of order: any shuffle and any repetition of the events gives the same send, but
/// for `duplicates`, `firstSeen` and `lastSeen`.
public struct Send: Sendable, Hashable {
    /// The service's name for the send; `nil` for a request of ours that came to nothing.
    public var dispatchID: String?
    /// Our own name for the request, when we made it.
    public var requestID: String?
    /// Every status that an event named.
    public var statuses = StatusSet()
    /// The API id of the campaign, fit to be a key.
    public var campaignAPIID: String?
    /// The id that the sender gave, fit to be a key.
    public var externalSendID: String?
    /// Whom our own request named; postbacks do not say.
    public var recipient: String?
    /// When the send reached each step, by the service's clock.
    public var times = StepTimes()
    /// Why it bounced.
    public var bounceReason: Reason?
    /// Why it was aborted.
    public var abortReason: Reason?
    /// Why our request came to nothing.
    public var requestReason: Reason?
    /// Postbacks that said, byte for byte, what another had said.
    public var duplicates = 0
    /// When the ledger took the first event, by our clock.
    public var firstSeen: Timestamp
    /// When the ledger took the last event, by our clock.
    public var lastSeen: Timestamp
    /// Hashes of the postbacks so far, by which those that come again are known.
    public var fingerprints = Fingerprints()

    /// A send of which nothing is known but when it was first heard of.
    public init(seenAt: Timestamp) {
        firstSeen = seenAt
        lastSeen = seenAt
    }

    /// A send from its first event.
    public init(_ facts: SendFacts) {
        self.init(seenAt: facts.seenAt)
        merge(facts)
    }

    /// Takes in what an event says.
    public mutating func merge(_ facts: SendFacts) {
        firstSeen = min(firstSeen, facts.seenAt)
        lastSeen = max(lastSeen, facts.seenAt)
        if let fingerprint = facts.fingerprint, !fingerprints.insert(fingerprint) { duplicates += 1 }
        dispatchID = least(dispatchID, facts.dispatchID)
        requestID = least(requestID, facts.requestID)
        campaignAPIID = least(campaignAPIID, facts.campaignAPIID)
        externalSendID = least(externalSendID, facts.externalSendID)
        recipient = least(recipient, facts.recipient)
        times.merge(facts.times)
        if let status = facts.status { statuses.insert(status) }
        takeReason(of: facts)
    }

    /// Takes in another send that proved to be the same one.
    public mutating func merge(_ other: Send) {
        firstSeen = min(firstSeen, other.firstSeen)
        lastSeen = max(lastSeen, other.lastSeen)
        duplicates += other.duplicates
        for hash in other.fingerprints.hashes where !fingerprints.insert(hash) {
            duplicates += 1
        }
        dispatchID = least(dispatchID, other.dispatchID)
        requestID = least(requestID, other.requestID)
        campaignAPIID = least(campaignAPIID, other.campaignAPIID)
        externalSendID = least(externalSendID, other.externalSendID)
        recipient = least(recipient, other.recipient)
        times.merge(other.times)
        statuses.formUnion(other.statuses)
        bounceReason = Reason.kept(bounceReason, other.bounceReason)
        abortReason = Reason.kept(abortReason, other.abortReason)
        requestReason = Reason.kept(requestReason, other.requestReason)
    }

    private mutating func takeReason(of facts: SendFacts) {
        guard facts.reason != nil else { return }
        switch facts.status {
        case .bounced?: bounceReason = Reason.kept(bounceReason, facts.reason)
        case .aborted?: abortReason = Reason.kept(abortReason, facts.reason)
        case .rejected?, .failed?, .taken?: requestReason = Reason.kept(requestReason, facts.reason)
        default: break
        }
    }
}

/// The lesser of two texts, or the one there is; a choice that does not depend on which came first.
private func least(_ left: String?, _ right: String?) -> String? {
    guard let left, let right else { return left ?? right }
    return right.precedes(left) ? right : left
}
