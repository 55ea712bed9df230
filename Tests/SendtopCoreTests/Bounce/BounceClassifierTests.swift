import SendtopCore
import Testing

@Suite("The bounce classifier")
struct BounceClassifierTests {
    @Test(
        "never calls an address hard for a temporary reply",
        arguments: [
            "450 4.1.1 <neko@mail.example>: Recipient address rejected: User unknown in local recipient table",
            "451 4.1.2 <neko@mail.example>: Domain not found", "450 user unknown", "4.1.1 no such user",
        ]
    )
    func temporary(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.group == .recipient)
        #expect(!verdict.isHard)
    }

    @Test(
        "is not misled by what reads like a recipient's fault",
        arguments: [
            "550 5.1.8 Domain of sender address neko@nosuch.example does not exist", "550 unknown sender",
            "550 Domain mail.example does not exist (MAIL FROM)", "501 invalid domain name in EHLO",
            "554 5.7.1 no valid MX for sender domain", "550 IP address not found in SPF record",
            "5.1.0 - Unknown address error 554-'5.7.1 Message rejected due to spam content'",
            "550 5.7.27 The sender domain has a null MX", "550 Your IP address is unknown and blocked",
            "535 5.7.8 user unknown or authentication failed", "550 invalid DKIM signature: no such key",
        ]
    )
    func misleading(reply: String) {
        let verdict = BounceClassifier.verdict(on: reply)
        #expect(verdict.group == .block, "by \(verdict.rule)")
        #expect(!verdict.isHard)
    }

    @Test("lets the text decide where codes are vague, and codes where the text is")
    func textAndCodes() {
        #expect(BounceClassifier.verdict(on: "550 5.7.1 user unknown").bounceClass == .noUser)
        #expect(BounceClassifier.verdict(on: "550 5.7.1 listed in our blocklist").bounceClass == .blocklist)
        #expect(BounceClassifier.verdict(on: "550 5.1.1 xyzzy").rule == "code-5.1.1")
        #expect(BounceClassifier.verdict(on: "550 5.1.1 xyzzy").isHard)
        #expect(BounceClassifier.verdict(on: "550 5.2.2 xyzzy").bounceClass == .full)
        #expect(BounceClassifier.verdict(on: "554 5.4.7 =").bounceClass == .expired)
        #expect(BounceClassifier.verdict(on: "452 xyzzy").rule == "reply-452")
        #expect(BounceClassifier.verdict(on: "550 rejected").rule == "word-refused")
    }

    @Test("says so when nothing is known")
    func unknown() {
        let nothing = BounceVerdict(bounceClass: .unknown, isHard: false, code: nil, actor: .unknown, rule: "none")
        #expect(BounceClassifier.verdict(on: "") == nothing)
        #expect(BounceClassifier.verdict(on: "xyzzy") == nothing)
        #expect(BounceClassifier.verdict(on: "550 xyzzy").bounceClass == .unknown)
        #expect(BounceClassifier.verdict(on: "550 xyzzy").code == "550")
    }

    @Test("names code, actor and rule")
    func wholeVerdict() {
        #expect(
            BounceClassifier.verdict(on: "550-5.1.1 No such 550 5.1.1 user, see <a@b.example>")
                == BounceVerdict(
                    bounceClass: .noUser,
                    isHard: true,
                    code: "5.1.1",
                    actor: .listOwner,
                    rule: "no-such-user"
                )
        )
        #expect(BounceClassifier.verdict(on: "552 Quota exceeded").actor == .recipient)
        #expect(BounceClassifier.verdict(on: "550 5.7.26 unauthenticated").actor == .senderConfiguration)
        #expect(BounceClassifier.verdict(on: "550 sender rejected").actor == .senderConfiguration)
        #expect(BounceClassifier.verdict(on: "451 greylisted").actor == .wait)
    }

    @Test(
        "knows the service's aborts from the author's",
        arguments: [
            ("User not emailable", "abort-not-emailable", BounceClass.disabled, BounceActor.listOwner),
            ("{% abort_message %} called", "abort-template", .unknown, .content),
            ("not enough points", "abort-author", .unknown, .content),
            ("user unknown", "abort-author", .unknown, .content),
        ]
    )
    func aborts(reason: String, rule: String, bounceClass: BounceClass, actor: BounceActor) {
        #expect(
            BounceClassifier.verdict(onAbort: reason)
                == BounceVerdict(bounceClass: bounceClass, isHard: false, code: nil, actor: actor, rule: rule)
        )
    }

    @Test("explains an abort of the service where bounces are explained")
    func explainsAborts() {
        #expect(BounceClassifier.verdict(on: "User not emailable").rule == "abort-not-emailable")
        #expect(BounceClassifier.verdict(on: "{% abort_message %} called").rule == "abort-template")
    }

    @Test("takes any text, of any length")
    func hostileTexts() {
        var random = SystemRandomNumberGenerator()
        let parts = [
            "550", "-", "5.1.1", " ", "@", "<", ">", "'", "n't", "e-", ".", "user", "mailbox", "domain", "not", "é",
            "ß", "メール", "\u{301}",
            "\u{0}", "\u{202E}", "#", "_", "1", "4.", "ip", "address",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in parts.randomElement() ?? "" }.joined()
            let verdict = BounceClassifier.verdict(on: text)
            #expect(!verdict.isHard || [.noUser, .noDomain, .moved].contains(verdict.bounceClass))
        }
        #expect(BounceClassifier.verdict(on: String(repeating: "domain ", count: 100_000)).bounceClass == .unknown)
    }
}
