/// What a refusal means.
public enum BounceClass: String, Sendable, Hashable, CaseIterable {
    case noUser = "no-user"
    case disabled
    case noDomain = "no-domain"
    case moved
    case full
    case tooBig = "too-big"
    case blocklist
    case auth
    case spamContent = "spam-content"
    case policy
    case relay
    case `protocol`
    case rate
    case greylist
    case network
    case expired
    case system
    case unknown

    /// The classes that call for the same answer.
    public enum Group: String, Sendable, Hashable, CaseIterable {
        case recipient, quota, size, block, transient, unknown
    }

    /// The group that the class belongs to.
    public var group: Group {
        switch self {
        case .noUser, .disabled, .noDomain, .moved: .recipient
        case .full: .quota
        case .tooBig: .size
        case .blocklist, .auth, .spamContent, .policy, .relay, .protocol: .block
        case .rate, .greylist, .network, .expired, .system: .transient
        case .unknown: .unknown
        }
    }
}
