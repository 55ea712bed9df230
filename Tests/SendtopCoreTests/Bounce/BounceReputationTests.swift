import SendtopCore
import Testing

@Suite("Replies about who sends and what is sent")
struct BounceReputationTests {
    @Test(
        "are of the class blocklist",
        arguments: [
            "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; "
                + "https://www.spamhaus.org/query/ip/192.0.2.1",
            "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent, since part of their network "
                + "is on our block list (S3140).",
            "553 5.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.",
            "550 5.7.606 Access denied, banned sending IP [192.0.2.1].",
            "554 5.7.1 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
            "554 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1",
            "553 5.3.0 gw1 DNSBL:ATTRBL 521< 192.0.2.1 "
                + ">_is_blocked.__For_information_see_http://help.example/blocks",
            "554-mail.example (mx15) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address "
                + "is block listed.",
            "421 4.3.2 Your ip blocked from this server 192.0.2.1 (abcd@smtp)",
            "550 rejected because 192.0.2.1 is in a black list at bl.example",
            "421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN006_107",
            "550 We do not accept mail from dynamic IPs",
            "553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)",
        ]
    )
    func blocklist(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .blocklist, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class auth",
        arguments: [
            "550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 All "
                + "senders must authenticate with SPF or DKIM.",
            "550 5.7.509 Access denied, sending domain [MAIL.EXAMPLE] does not pass DMARC verification and "
                + "has a DMARC policy of reject.",
            "450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
            "450 4.7.1 Access denied. IP name lookup failed [192.0.2.1]",
            "554-Bad DNS PTR resource record. 554 For explanation visit http://postmaster.example",
            "530 5.7.0 Must issue a STARTTLS command first",
            "535 5.7.8 Authentication credentials invalid",
            "550 SPF MAIL FROM check failed: The domain mail.example explicitly denies sending",
            "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
            "550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)",
            "550 MI:SPF mx14,QMCowECpA0qhf==",
        ]
    )
    func auth(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .auth, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class spam-content",
        arguments: [
            "550 spam message rejected. Please visit http://help.example/id?c=abc or report details to "
                + "abuse@mail.example. Error code: 1234ABCD.",
            "554 5.7.1 Message rejected under suspicion of SPAM; https://help.example/1IrBc",
            "550-5.7.1 [192.0.2.1 12] Our system has detected that this message is likely unsolicited mail. "
                + "This message has been blocked.",
            "550 5.7.1 This message has been blocked because it contains a banned file",
            "554 5.6.0 Message contains blocked attachment type",
            "550 message contains malware (Test.Phishing.123)",
            "554 Message rejected by content filter",
            "554 DT:SPM 126 smtp4,jdKowECpOg==",
            "550 Mail content denied. http://help.example/?id=20022",
            "554 5.7.1 Message blocked due to spam content in the message",
        ]
    )
    func spamContent(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .spamContent, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class policy",
        arguments: [
            "554 Mail for neko@mail.example rejected for policy reasons",
            "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
            "554 Message not allowed - [PH01] Email not accepted for policy reasons. [120]",
            "550 Administrative prohibition",
            "450 4.1.8 <neko@nosuch.example>: Sender address rejected: Domain not found",
            "550-Verification failed for <neko@mail.example> 550-No Such User Here 550 Sender verify failed",
            "553 sorry, your envelope sender domain must exist (#5.7.1)",
            "550 5.7.193 UnifiedGroupAgent; Delivery failed because external senders aren't permitted to "
                + "send to this group.",
            "554 Message rejected: Email address is not verified. The following identities failed the "
                + "check: neko@mail.example",
            "550 User refuses to receive this mail",
        ]
    )
    func policy(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .policy, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class relay",
        arguments: [
            "554 5.7.1 <neko@mail.example>: Relay access denied",
            "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
            "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
            "550 not local host mail.example, not a gateway",
        ]
    )
    func relay(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .relay, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class protocol",
        arguments: [
            "503 5.5.1 Bad sequence of commands",
            "555 5.5.2 Syntax error. x1-123.1",
            "550-5.7.1 [192.0.2.1 13] Messages with multiple 550 5.7.1 addresses in From: header are not accepted.",
            "554 Transaction failed Duplicate header fields. For explanation visit",
            "550 5.6.0 Lone CR or LF in headers (see RFC2822 section 2.2)",
        ]
    )
    func protocolErrors(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .protocol, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }
}
