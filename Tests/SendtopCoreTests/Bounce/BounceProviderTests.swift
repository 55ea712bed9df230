import SendtopCore
import Testing

@Suite("Replies in the tokens of single systems")
struct BounceProviderTests {
    @Test(
        "are read by what the token stands for, not by its words",
        arguments: [
            ("450 MI:SFQ 163 mx4,Abc123 http://mail.example/help", BounceClass.rate),
            ("421 HL:IFC 126 mx9,Zz http://mail.example/help", .rate),
            ("554 HL:IHU 163 mx2,Qq http://mail.example/help", .blocklist),
            ("554 5.7.1 DT:RBL 163 mx2,Qq", .blocklist),
            ("521 5.2.1 : (DNS:B3) https://postmaster.mail.example/codes", .blocklist),
            ("421 4.7.1 [TSS11] All messages from 192.0.2.1 will be permanently deferred", .blocklist),
            ("550 5.2.2 RESOLVER.RST.RecipQuota; over the limit", .full),
            ("554 5.4.4 SMTPSEND.DNS.MxLoopback; records loop", .network),
            ("550 5.6.0 M2MCVT.ConversionError; conversion", .protocol),
            ("554 5.2.0 STOREDRV.Deliver.Exception:StorageTransientException; failed", .system),
            ("554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException; failed", .policy),
            ("451 4.4.4 a tenant which has no mail-enabled subscriptions", .disabled),
            ("550 5.5.0 Adresse inconnue LPN001_416", .noUser),
            ("552 Refus LPN001_417", .full),
            ("550 Envelope blocked - User Entry - https://gateway.example/docs#550 [a.b1]", .policy),
            ("542 <neko@mail.example> Rejected", .noUser),
            ("517 Domain does not exist: bounces.mail.example.", .policy),
        ]
    )
    func tokens(reply: String, bounceClass: BounceClass) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == bounceClass, "by \(verdict.rule)")
        #expect(!verdict.isHard || reply.contains("LPN"))
    }

    @Test(
        "are read by the errors of a resolver or a socket that they quote",
        arguments: [
            ("getaddrinfo ENOTFOUND nosuch.example", BounceClass.noDomain),
            ("MX lookup failed: NXDOMAIN nosuch.example", .noDomain),
            ("DNS type 'mx' lookup of nosuch.example had no relevant answers.", .noDomain),
            ("554 5.4.4 [internal] Domain Lookup Failed", .noDomain),
            ("421 4.4.0 [internal] no MXs for this domain could be reached at this time", .network),
            ("connect ETIMEDOUT 192.0.2.1:25", .network),
            ("read ECONNRESET", .network),
            ("connect EHOSTUNREACH 192.0.2.1:25", .network),
            ("getaddrinfo EAI_AGAIN mx.mail.example", .network),
        ]
    )
    func errors(reply: String, bounceClass: BounceClass) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == bounceClass, "by \(verdict.rule)")
    }

    @Test(
        "are not called hard when they only may be about the recipient",
        arguments: [
            "550 the account or domain may not exist", "554 5.5.1 Error: no valid recipients",
            "550 Mailbox unavailable or access denied [a IP: 192.0.2.1]",
            "550 Several matches found in the directory", "554 Transaction failed: Missing final '@domain'",
            "553 5.5.4 <neko>... Domain name required for recipient",
            "550 I cannot deliver mail for <neko@mail.example>",
            "554 5.7.1 <neko@mail.example>: Recipient address rejected: please call us",
            "550 Not found: neko@mail.example", "550 unable to find neko@mail.example",
            "550 account neko disabled", "550 This address does not receive mail",
            "450 4.2.1 mailbox temporarily disabled", "550 user account unavailable: blocked by us",
            "550 neko@mail.example is unknown", "Bad domain: nosuch.example", "Address on suppression list",
            "Router: No route found to domain NOSUCH from server CN=mail",
        ]
    )
    func perhaps(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.group == .recipient, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are not taken for the recipient's or the message's, when they name something else",
        arguments: [
            ("554 5.4.6 Message exceeded 30 hops", BounceClass.Group.transient),
            ("450 4.7.3 Organization queue quota exceeded.", .transient),
            ("450 4.1.1 <neko@mail.example>: unverified address: connect to 192.0.2.1: Connection refused", .transient),
            ("451 unable to verify user at this time", .transient),
            ("421 rejected: max. number of sessions reached", .transient),
            ("This message has been in queue for 3 days", .transient),
            ("550 5.7.1 Recipient not authorized, your IP was found on a list", .block),
            ("501 5.5.4 Invalid domain name HELO", .block),
            ("550 Su dirección IP está en una lista negra", .block),
            ("550 bounced due to organizational settings", .block),
            ("554 5.7.1 connection refused by our site", .block),
            ("550 5.7.1 message header size, or recipient list, exceeds policy limit", .size),
            ("452 4.5.3 the number of recipients exceeded the limit", .transient),
            ("454 4.7.0 Temporary authentication failure", .transient),
            ("451 4.4.0 DNS resolving error", .transient),
            ("Message delivery suspended", .transient),
            ("450 4.7.1 limit per hour reached", .transient),
            ("Host mx.mail.example did not accept the connection", .transient),
            ("451 no luck with this recipient", .transient),
            ("550 5.7.1 TLS version too old", .block),
            ("554 5.1.2 <neko@mail.example>: Sender domain is parked", .block),
            ("554 the sender is on our internal reject list", .block),
            ("550 message does not meet our criteria", .block),
            ("550 the user's mail service expired", .recipient),
            ("Cannot send message for 3 days", .transient),
            ("Could not send after 7 attempts", .transient),
            ("Cannot send 8-bit data to 7-bit destination", .block),
            ("452 try another time AUP#CXMJ", .transient),
            ("The user's account is temporarily limited", .recipient),
            ("552 exceeded mailsize limit", .size),
            ("552 Mailbox space not enough", .quota),
            ("550 5.4.1 All recipient addresses rejected: Access denied", .recipient),
            ("550 The recipient cannot be verified.", .recipient),
            ("552 Das Postfach hat sein Speicherlimit erreicht", .quota),
        ]
    )
    func others(reply: String, group: BounceClass.Group) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.group == group, "by \(verdict.rule)")
    }
}
