import SendtopCore
import Testing

@Suite("Replies about room and size")
struct BounceCapacityTests {
    @Test(
        "are of the class full",
        arguments: [
            "552 5.2.2 <neko@mail.example> Quota exceeded (mailbox for user is full)",
            "452-4.2.2 The email account that you tried to reach is over quota. Please direct 452 4.2.2 the "
                + "recipient to https://help.example",
            "552-5.2.2 The recipient's inbox is out of storage space and inactive.",
            "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:StorageOverQuotaException; Failed to "
                + "process message",
            "User's mailfolder is over the allowed quota (size). (#5.2.2)",
            "552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded. The "
                + "recipient's mailbox is full.",
            "552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]",
            "452 4.3.1 Insufficient system storage",
            "mailbox is full: retry timeout exceeded",
            "cannot update mailbox /var/mail/neko for user neko. error writing message: Disk quota exceeded",
            "550 Recipient's mail database is over its quota",
            "550 5.7.1 The user's mailbox is over quota",
            "450 user not accepting: mailbox full",
            "552 RCPT TO:<neko@mail.example> Mailbox disk quota exceeded",
        ]
    )
    func full(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .full, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test(
        "are of the class too-big",
        arguments: [
            "552 5.3.4 Message size exceeds fixed limit",
            "552-5.2.3 Your message exceeded the message size limits. Please visit https://help.example",
            "523 the message size exceeds the recipient's size limit",
            "5.3.4 <neko@mail.example>: message file too big",
            "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient",
            "552 message size 12345678 exceeds size limit 10485760",
            "552 message line is too long",
        ]
    )
    func tooBig(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.bounceClass == .tooBig, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }
}
