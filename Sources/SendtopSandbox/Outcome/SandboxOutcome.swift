public import SendtopCore

/// What becomes of a send, chosen by the local part of the user's address, never at random.
///
/// ``all`` is the one table: `sendtop sandbox --outcomes` and the README show it. The part of an address after a `+`
/// does not count, so that any number of users can have the same outcome.
public struct SandboxOutcome: Sendable, Hashable {
    /// How the story ends.
    enum Ending: Sendable, Hashable {
        case delivered
        case bounced
        case deliveredThenBounced
        case aborted
        /// The message waits at the partner for ever.
        case processed
        /// No postback comes at all.
        case silent
    }

    /// What is odd about the telling.
    enum Oddity: Sendable, Hashable {
        case slow, twice, reversed, skewed, lateAttributes
    }

    /// The local part that chooses it; empty for the one that every other address chooses.
    public let localPart: String
    /// What happens to the message, beside what the postbacks say.
    public let summary: String
    /// The `reason` of the bounce or abort.
    public let reason: String?
    /// The class of the bounce.
    public let bounceClass: BounceClass?
    let ending: Ending
    let oddity: Oddity?

    init(
        _ localPart: String,
        _ summary: String,
        ending: Ending = .delivered,
        reason: String? = nil,
        bounceClass: BounceClass? = nil,
        oddity: Oddity? = nil
    ) {
        self.localPart = localPart
        self.summary = summary
        self.reason = reason
        self.bounceClass = bounceClass
        self.ending = ending
        self.oddity = oddity
    }

    /// Whether the service stops mailing the address after this bounce.
    ///
    /// Only what is permanent about the recipient counts: blocks and full mailboxes come as 5xx too.
    public var isHardBounce: Bool {
        switch bounceClass {
        case .noUser, .noDomain, .moved: true
        default: false
        }
    }

    /// The outcome that an address chooses.
    public static func chosen(by email: String) -> SandboxOutcome {
        let localPart = email.prefix { $0 != "@" && $0 != "+" }.lowercased()
        return all.first { !$0.localPart.isEmpty && $0.localPart == localPart } ?? delivered
    }
}
