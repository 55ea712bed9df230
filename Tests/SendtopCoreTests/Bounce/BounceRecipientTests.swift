import SendtopCore
import Testing

@Suite("Replies about the recipient")
struct BounceRecipientTests {
    @Test(
        "are of the class no-user",
        arguments: [
            "550 5.1.1 <neko@mail.example>: Recipient address rejected: User unknown in virtual mailbox table",
            "550 5.1.1 <neko@mail.example>... User unknown",
            "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 "
                + "double-checking the address",
            "554 delivery error: dd This user doesn't have a mail.example account (neko@mail.example) [0] - "
                + "mta12.example",
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient neko@mail.example not found by SMTP "
                + "address lookup",
            "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AB1.mail.protection.example]",
            "550 5.5.0 Requested action not taken: mailbox unavailable (S2017)",
            "550 Requested action not taken: mailbox unavailable For explanation visit "
                + "http://postmaster.mail.example/errors?ip=192.0.2.1",
            "Sorry, no mailbox here by that name. (#5.1.1)",
            "550 Unrouteable address",
            "550 No Such User Here",
            "550 Invalid Recipient - https://gateway.example/docs#550 [abcDEF]",
            "550 #5.1.0 Address rejected.",
            "5.1.0 - Unknown address error 550-'5.1.1 User unknown'",
            "550 5.7.1 No such user!; 1234567890-AbCdEf",
            "550 Unknown user neko@mobile.example",
            "User jdoe (jdoe@mail.example) not listed in Domino Directory",
            "553 5.3.0 <neko@mail.example>... No such user here",
            "554 5.1.1 <neko@mail.example>: undeliverable address: host mx.mail.example[192.0.2.1] said: "
                + "550 5.1.1 User unknown (in reply to RCPT TO command)",
            #"550 unknown local-part "neko" in domain "mail.example""#,
            "550 5.1.1 <neko@cloud.example>: inactive email address",
            "550 We don't have a user by that name",
            "511 5.1.1 Bad destination mailbox address",
            "Unknown user",
        ]
    )
    func noUser(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .noUser, "by \(verdict.rule)")
        #expect(verdict.isHard)
    }

    @Test(
        "are of the class disabled",
        arguments: [
            "550 5.2.1 The email account that you tried to reach is disabled. x1-20020.3",
            "554 delivery error: dd Sorry, your message to neko@mail.example cannot be delivered. This "
                + "mailbox is disabled (554.30).",
            "525 5.7.13 Disabled recipient address",
            "550 Account closed due to inactivity. No forwarding information is available.",
            "550 Message was not accepted -- invalid mailbox.  Local mailbox neko@mail.example is "
                + "unavailable: account is disabled",
            "550 5.2.1 This mailbox has been blocked due to inactivity",
            "550 User suspended",
            "550 Mailbox is frozen",
            "You tried to send to a recipient that has been marked as inactive. Inactive recipients are "
                + "ones that have generated a hard bounce.",
            "Amazon SES did not send the message to this address because it is on the suppression list for "
                + "your account.",
            "550 5.1.1 [internal] recipient address was suppressed due to customer policy",
            "Not delivering to previously bounced address",
        ]
    )
    func disabled(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .disabled, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class no-domain",
        arguments: [
            "550 5.1.2 <neko@nosuch.example>... Host unknown (Name server: nosuch.example: host not found)",
            "Host or domain name not found. Name service error for name=nosuch.example type=MX: Host not found",
            "553-5.1.2 We weren't able to find the recipient domain. Please check for any 553 5.1.2 "
                + "spelling errors.",
            "5.1.2 - Bad destination host 'DNS Hard Error looking up nosuch.example (MX):  NXDomain'",
            "550 5.4.310 DNS domain nosuch.example does not exist [Message=InfoDomainNonexistent]",
            "all relevant MX records point to non-existent hosts",
            "556 5.1.10 <neko@mail.example>: Recipient address has null MX",
            "550 5.4.4 Invalid domain",
        ]
    )
    func noDomain(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .noDomain, "by \(verdict.rule)")
        #expect(verdict.isHard)
    }

    @Test(
        "are of the class moved",
        arguments: [
            "551 User not local; please try <neko@new.example>",
            "550 5.1.6 recipient no longer on server: neko@mail.example",
            "551 not our customer",
        ]
    )
    func moved(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .moved, "by \(verdict.rule)")
        #expect(verdict.isHard)
    }
}
