/// What is known of a send, or of a request of ours that came to nothing.
///
/// Every status that a postback names is kept as it came; the known ones compare without regard to case, and the
/// names of the legacy v2 page (`Email Delivered`) mean the same as those of v1.
public struct SendStatus: Sendable, Hashable, RawRepresentable {
    /// The product's own name for the status, or any other as it came.
    public let rawValue: String

    /// Takes a status by the product's own name for it, or any other as it came.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes a status from a postback.
    public init(postback text: String) {
        // Mostly it is written so; to fold a text makes another one.
        if let known = SendStatus.reported.first(where: { $0.rawValue == text }) {
            self = known
            return
        }
        let folded = text.lowercased()
        if let known = SendStatus.reported.first(where: { $0.rawValue == folded }) {
            self = known
        } else if folded == "email delivered" {
            self = .delivered
        } else if folded == "email bounced" {
            self = .bounced
        } else {
            self.init(rawValue: text)
        }
    }

    /// The service took our request.
    public static let accepted = SendStatus(rawValue: "accepted")
    /// The service handed the message to its email partner.
    public static let sent = SendStatus(rawValue: "sent")
    /// The partner prepared the message.
    public static let processed = SendStatus(rawValue: "processed")
    /// The inbox provider took the message.
    public static let delivered = SendStatus(rawValue: "delivered")
    /// The service did not send the message.
    public static let aborted = SendStatus(rawValue: "aborted")
    /// The inbox provider refused the message.
    public static let bounced = SendStatus(rawValue: "bounced")
    /// The service said no to our request.
    public static let rejected = SendStatus(rawValue: "rejected")
    /// Our request got no answer.
    public static let failed = SendStatus(rawValue: "failed")
    /// The service already holds a send with our `external_send_id`; mail may well go out.
    public static let taken = SendStatus(rawValue: "taken")

    /// The statuses that postbacks name.
    public static let reported: [SendStatus] = [.sent, .processed, .delivered, .aborted, .bounced]

    /// The statuses in rising rank; a send shows the highest that it has.
    ///
    /// A status that is not among them ranks between `taken` and `accepted`.
    static let rising: [SendStatus] = [
        .failed, .rejected, .taken, .accepted, .sent, .processed, .delivered, .aborted, .bounced,
    ]

    /// Whether the send's story ends with this status.
    public var isFinal: Bool {
        self == .delivered || self == .aborted || self == .bounced
    }

    /// Whether the product knows what the status means.
    public var isKnown: Bool {
        SendStatus.rising.contains(self)
    }
}
