import SendtopCore
import Testing

@Suite("Replies about what passes")
struct BounceTransientTests {
    @Test(
        "are of the class rate",
        arguments: [
            "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints - 4.16.55.1",
            "450-4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your "
                + "message at a later time.",
            "550-5.2.1 The user you are trying to contact is receiving mail at a rate that 550-5.2.1 "
                + "prevents additional messages from being delivered.",
            "5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour",
            "451 4.5.1 The recipient <neko@mail.example> has exceeded their message rate limit. Try again later.",
            "452 4.5.3 Error: too many recipients",
            "421 Too many concurrent SMTP connections; please try again later.",
            "454 Throttling failure: Maximum sending rate exceeded.",
            "550 Ip frequency limited [Abcdef IP: 192.0.2.1].",
            "421 mx4 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, "
                + "slow down. OFR004_104 [104]",
            "550 5.4.5 Daily user sending limit exceeded.",
            "Domain mail.example has exceeded the max emails per hour (150/150 (100%)) allowed.  Message discarded.",
        ]
    )
    func rate(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .rate, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class greylist",
        arguments: [
            "450 4.2.0 <neko@mail.example>: Recipient address rejected: Greylisted, see "
                + "http://help.example/greylist",
            "451 4.7.1 Greylisting in action, please come back later",
            "450 please retry in 5 minutes",
        ]
    )
    func greylist(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .greylist, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class network",
        arguments: [
            "connect to mx.mail.example[192.0.2.1]:25: Connection refused",
            "lost connection with mx.mail.example[192.0.2.1] while sending RCPT TO",
            "error dialing remote address: dial tcp 192.0.2.1:25: i/o timeout",
            "delivery temporarily suspended: connect to mx.mail.example[192.0.2.1]:25: No route to host",
            "Host or domain name not found. Name service error for name=mx.example type=A: Host not found, "
                + "try again",
            "554 5.4.6 Too many hops 27 (25 max): from neko@mail.example via localhost",
            "554 5.4.14 Hop count exceeded - possible mail loop ATTR34",
        ]
    )
    func network(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .network, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class expired",
        arguments: [
            "550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0 Unable to lookup DNS "
                + "for mail.example>",
            "5.4.7 - Delivery expired (message too old) [Default] 450-'4.1.1 <neko@mail.example>: Recipient "
                + "address rejected'",
            "I'm not going to try again; this message has been in the queue too long.",
            "retry timeout exceeded",
            "554 5.4.7 [internal] exceeded max time without delivery",
        ]
    )
    func expired(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .expired, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class system",
        arguments: [
            "421-4.3.0 Temporary System Problem.  Try again later (10).",
            "451 Temporary local problem - please try later",
            "554 5.3.5 Local configuration error",
            "x unknown mailer error 1",
            "450 Requested mail action not taken: mailbox unavailable",
        ]
    )
    func system(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .system, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }
}
