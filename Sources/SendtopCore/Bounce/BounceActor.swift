/// Who can do something about a refusal.
public enum BounceActor: String, Sendable, Hashable, CaseIterable {
    /// Whoever keeps the list of recipients: the address is wrong or gone.
    case listOwner = "list-owner"
    /// Whoever runs the sending domain: DNS records, authentication, protocol.
    case senderConfiguration = "sender-configuration"
    /// Whoever answers for the reputation of the sending address and domain.
    case senderReputation = "sender-reputation"
    /// Whoever writes the message.
    case content
    /// The recipient: the mailbox must be emptied.
    case recipient
    /// The recipient's postmaster, whose rule refused the message.
    case receiver
    /// Nobody yet: it may pass.
    case wait
    /// Somebody must read the reply.
    case unknown

    /// What to do, as one sentence.
    public var advice: String {
        switch self {
        case .listOwner: "Correct the address or take it off the list."
        case .senderConfiguration: "Correct the sending domain's DNS records, authentication or protocol."
        case .senderReputation: "Find out why the sending address or domain is distrusted, then ask to be delisted."
        case .content: "Change the message: its text, links, attachments or size."
        case .recipient: "The recipient must make room in the mailbox."
        case .receiver: "Ask the recipient's postmaster to allow the message."
        case .wait: "Wait: the failure is of the kind that passes."
        case .unknown: "Read the reply: nothing in it is known."
        }
    }
}

extension BounceClass {
    /// Who can do something about refusals of the class, unless a rule knows better.
    public var actor: BounceActor {
        switch self {
        case .noUser, .disabled, .noDomain, .moved: .listOwner
        case .full: .recipient
        case .tooBig, .spamContent: .content
        case .blocklist: .senderReputation
        case .auth, .relay, .protocol: .senderConfiguration
        case .policy: .receiver
        case .rate, .greylist, .network, .expired, .system: .wait
        case .unknown: .unknown
        }
    }
}
