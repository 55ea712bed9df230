import Testing

@testable import SendtopCore

@Suite("A phrase")
struct PhraseTests {
    private func occurs(_ phrase: String, in reply: String) -> Bool {
        let rule = BounceRule("test", .policy, phrase)
        return PhraseIndex([rule]).firstRule(in: ReplyText(reply)) != nil
    }

    @Test(
        "occurs",
        arguments: [
            ("user unknown", "550 5.1.1 <a@b.example>... User unknown"), ("reject", "550 Rejected."),
            ("(user|mailbox) (is |)full", "Mailbox full"), ("(user|mailbox) (is |)full", "user is full"),
            ("recipients? rejected", "recipient rejected"), ("recipients? rejected", "Recipients rejected"),
            ("mailbox* full", "mailbox of the user is full"), ("~spamhaus", "blocked by zen.spamhaus.org"),
            ("spf_", "bad SPF records"), ("邮箱*不存在", "550 收件人邮箱地址不存在"), ("does not exist", "doesn't exist"),
            ("unknown address!( error)", "unknown address"), ("a (b (c|d)|e) f", "a b d f"),
            ("ip address", "IP-Address"),
            ("user\nunknown ; other", "user unknown"), ("(user|\nmailbox) full", "mailbox full"),
        ]
    )
    func positive(phrase: String, reply: String) {
        #expect(occurs(phrase, in: reply))
    }

    @Test(
        "does not occur",
        arguments: [
            ("user unknown", "superuser unknown"), ("spf_", "spfx"),
            ("unknown address!( error)", "unknown address error"),
            ("mailbox* full", "mailbox " + String(repeating: "x ", count: 60) + "full"), ("address", "ip address"),
            ("mailbox* full", "full mailbox"), ("user", "<user@mail.example>"),
        ]
    )
    func negative(phrase: String, reply: String) {
        #expect(!occurs(phrase, in: reply))
    }

    @Test("loses to one of an earlier rule")
    func order() {
        let index = PhraseIndex([BounceRule("first", .full, "full"), BounceRule("second", .noUser, "mailbox")])
        #expect(index.firstRule(in: ReplyText("mailbox full"))?.name == "first")
        #expect(index.firstRule(in: ReplyText("mailbox"))?.name == "second")
    }

    @Test("counts only where its rule's condition holds")
    func conditions() {
        let index = PhraseIndex([
            BounceRule("now", .system, when: .temporary, "mailbox"),
            BounceRule("edge", .noUser, when: .code(subject: 4, detail: 1), "mailbox"),
            BounceRule("ever", .full, when: .permanent, "mailbox"),
        ])
        #expect(index.firstRule(in: ReplyText("450 mailbox"))?.name == "now")
        #expect(index.firstRule(in: ReplyText("550 5.4.1 mailbox"))?.name == "edge")
        #expect(index.firstRule(in: ReplyText("550 mailbox"))?.name == "ever")
    }
}
