/// What one event says of a send.
public struct SendFacts: Sendable, Hashable {
    /// The service's name for the send, fit to be a key.
    public var dispatchID: String?
    /// Our own name for the request, when it was ours.
    public var requestID: String?
    /// What the send came to, as far as the event says.
    public var status: SendStatus?
    /// The campaign's API id, fit to be a key.
    public var campaignAPIID: String?
    /// The id that the sender gave, fit to be a key.
    public var externalSendID: String?
    /// Whom our own request named: a user id, or `label:name` for an alias.
    public var recipient: String?
    /// Why it was aborted, bounced, rejected or failed.
    public var reason: Reason?
    /// When the send reached each step, as far as the event says.
    public var times = StepTimes()
    /// When the ledger took the event, by our clock.
    public var seenAt: Timestamp
    /// The hash of a postback's bytes; absent for our own deeds, which are never duplicates.
    public var fingerprint: UInt64?

    /// Reads the facts out of an event; a body that cannot be read leaves what the event's own fields say.
    public init(_ event: borrowing Event) {
        dispatchID = event.dispatchID
        requestID = event.requestID
        seenAt = event.at
        if event.kind == .postback {
            takePostback(event)
        } else {
            takeRecord(event)
        }
    }

    private mutating func takePostback(_ event: borrowing Event) {
        fingerprint = Fingerprints.hash(event.body)
        status = event.status.map(SendStatus.init(postback:))
        // Not by one `??`: to choose between the two would copy the one that is kept, with all its texts.
        if let postback = event.kept.postback {
            take(postback)
        } else if let postback = SendFacts.postback(event.body) {
            take(postback)
        }
    }

    private mutating func take(_ postback: Postback) {
        campaignAPIID = postback.campaignAPIID
        externalSendID = postback.externalSendID
        times = postback.times
        if let text = postback.reason {
            let step: Step? =
                switch status {
                case .bounced?: .bounced
                case .aborted?: .aborted
                default: nil
                }
            reason = Reason(text: text.withoutNUL, at: step.flatMap { times[$0] })
        }
    }

    private static func postback(_ body: [UInt8]) -> Postback? {
        PostbackScanner.postback(in: body) ?? (try? JSON(mending: body).object).map(Postback.init)
    }

    private mutating func takeRecord(_ event: borrowing Event) {
        status = event.status.map(SendStatus.init(rawValue:)) ?? event.kind.status
        guard let record = SendRecord(bytes: event.body) else { return }
        campaignAPIID = Identifier.escaped(record.campaignAPIID)
        externalSendID = record.externalSendID.map(Identifier.escaped)
        recipient = Identifier.escaped(record.recipient)
        reason = record.reason.map { Reason(text: $0.withoutNUL, at: event.at) }
    }
}

extension Event.Kind {
    /// The status that a deed of ours means.
    fileprivate var status: SendStatus? {
        switch self {
        case .accepted: .accepted
        case .rejected: .rejected
        case .failed: .failed
        case .taken: .taken
        default: nil
        }
    }
}

extension String {
    /// The text with U+FFFD for each NUL, at which the store would end it.
    fileprivate var withoutNUL: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }
}
