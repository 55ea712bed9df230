import SendtopCore

extension SandboxOutcome {
    /// The reason of an abort for want of an address that can be mailed.
    static let notEmailable = "User not emailable"

    /// What every address without a meaning of its own chooses.
    static let delivered = SandboxOutcome("", "all goes well")

    /// Every outcome, in the order of the documentation.
    public static let all: [SandboxOutcome] =
        [delivered]
        + BounceClass.allCases.map { bounceClass in
            SandboxOutcome(
                "bounce-\(bounceClass.rawValue)",
                story(of: bounceClass),
                ending: .bounced,
                reason: reply(of: bounceClass),
                bounceClass: bounceClass
            )
        }
        + [
            SandboxOutcome("abort", "nothing is sent", ending: .aborted, reason: notEmailable),
            SandboxOutcome("slow", "it is sent a minute and a half late", oddity: .slow),
            SandboxOutcome("silent-after-processed", "nothing more is heard of it", ending: .processed),
            SandboxOutcome("silent", "nothing at all is heard of it", ending: .silent),
            SandboxOutcome(
                "delivered-then-bounced",
                "it is delivered, and bounces five seconds later",
                ending: .deliveredThenBounced,
                reason: "554 5.7.1 Message content rejected as spam after it had been accepted",
                bounceClass: .spamContent
            ),
            SandboxOutcome("twice", "every postback comes twice", oddity: .twice),
            SandboxOutcome("reverse", "the postbacks come last one first", oddity: .reversed),
            SandboxOutcome("skew", "by the clocks it is delivered half an hour before it is sent", oddity: .skewed),
            SandboxOutcome(
                "late-attributes",
                "the request's custom attributes come too late for the message",
                oddity: .lateAttributes
            ),
        ]

    private static func story(of bounceClass: BounceClass) -> String {
        switch bounceClass {
        case .noUser: "nobody has that address"
        case .disabled: "the account is closed"
        case .noDomain: "the domain does not exist"
        case .moved: "the user has moved away"
        case .full: "the mailbox is full"
        case .tooBig: "the message is too big"
        case .blocklist: "the sending server is on a blocklist"
        case .auth: "the sender is not who it says it is"
        case .spamContent: "the text looks like spam"
        case .policy: "a rule of the receiver forbids it"
        case .relay: "the server does not serve that address"
        case .protocol: "the servers misunderstand each other"
        case .rate: "too much mail comes at once"
        case .greylist: "the server wants to see it again later"
        case .network: "the server cannot be reached"
        case .expired: "it was tried for too long"
        case .system: "the server has trouble of its own"
        case .unknown: "it is refused without a reason"
        }
    }

    /// What a receiving server says when it refuses a message for that class of reason.
    private static func reply(of bounceClass: BounceClass) -> String {
        switch bounceClass {
        case .noUser: "550 5.1.1 The email account that you tried to reach does not exist"
        case .disabled: "550 5.2.1 The email account that you tried to reach is disabled"
        case .noDomain: "550 5.1.2 Host unknown: the recipient's domain was not found (NXDOMAIN)"
        case .moved: "551 5.1.6 User has moved and left no forwarding address"
        case .full: "552 5.2.2 Mailbox full: the recipient is over quota"
        case .tooBig: "552 5.3.4 Message size exceeds the maximum message size of this server"
        case .blocklist: "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using bl.spamcop.net"
        case .auth: "550 5.7.26 Unauthenticated email is not accepted: SPF and DKIM checks did not pass"
        case .spamContent: "550 5.7.1 Message content rejected: it was detected as spam"
        case .policy: "550 5.7.0 Message rejected due to local policy"
        case .relay: "550 5.7.1 Relaying denied"
        case .protocol: "503 5.5.1 Bad sequence of commands"
        case .rate: "421 4.7.28 Too many messages from this sender, rate limited; try again later"
        case .greylist: "451 4.7.1 Greylisted, please try again in 300 seconds"
        case .network: "421 4.4.2 Connection timed out"
        case .expired: "550 4.4.7 Message expired: it could not be delivered in time"
        case .system: "451 4.3.0 Temporary internal error of the mail system"
        case .unknown: "554 Transaction failed"
        }
    }
}
