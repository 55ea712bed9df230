extension ReplyCode {
    /// What the code means, as one sentence; in our words, after RFC 5321, RFC 4954, RFC 7504 and common use.
    public var meaning: String {
        switch value {
        case 421: "The receiving system is closing the connection: it is busy, going down or does not want us now."
        case 432: "A password change is needed, or, at Microsoft, too many messages at once."
        case 450: "The mailbox cannot be used now: it is locked, or the receiver wants us to try again."
        case 451: "The receiving system met an error of its own."
        case 452: "The receiving system has no room, or takes no more recipients at once."
        case 454: "Authentication or encryption is not available now."
        case 455: "The receiving system cannot take the command's parameters now."
        case 500: "The command was not understood."
        case 501: "The command's arguments were not valid."
        case 502: "The command is not supported."
        case 503: "The command came out of order."
        case 504: "The command's parameter is not supported."
        case 521: "The host takes no mail at all, or none from us."
        case 523: "The message is larger than the recipient takes."
        case 525: "The account is disabled."
        case 530: "Authentication or encryption is needed first."
        case 534: "The authentication method is too weak."
        case 535: "The user name or password is wrong."
        case 538: "Encryption is needed for this authentication method."
        case 541: "The recipient's side refused the message, mostly as spam."
        case 550: "The mailbox is not available: it does not exist, or a policy refuses the message."
        case 551: "The recipient is not here."
        case 552: "The message passes the mailbox's or the system's storage limit."
        case 553: "The mailbox name, or the sender's address, is not allowed."
        case 554: "The transaction failed; the text says why."
        case 555: "The parameters of MAIL or RCPT were not understood."
        case 556: "The recipient's domain takes no mail (null MX)."
        case 571: "A rule of the receiver blocks the message."
        case 400...499: "A temporary failure: the sender tries again."
        default: "A permanent failure: the sender gives up."
        }
    }
}
