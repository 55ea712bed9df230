import Testing

@testable import SendtopCore

@Suite("A reply, brought into its form for rules")
struct ReplyTextTests {
    @Test(
        "has its words without what differs",
        arguments: [
            ("550 5.1.1 <a@b.example>... User UNKNOWN!", "user unknown"),
            ("User doesn't exist, can't deliver", "user does not exist cannot deliver"),
            ("550-5.1.1 two 550 5.1.1 lines", "two lines"), ("E-Mail für Zoë geprüft", "email fur zoe gepruft"),
            ("see http://help.example/?p=NoSuchUser 192.0.2.1", "see http help.example p nosuchuser"),
            ("Denied.Please wait", "denied please wait"), ("LPN006_107 AUP#In-1310", "lpn006 107 aup in 1310"),
            ("(a@b.example:blocked)", "blocked"), ("IP-Address x", "ipaddress x"), ("邮箱 已满。", "邮箱 已满"),
            ("\"neko....\"@b.example x", "neko x"), ("won’t", "will not"),
        ]
    )
    func words(reply: String, expected: String) {
        #expect(String(decoding: ReplyText(reply).words, as: UTF8.self) == " \(expected) ")
    }

    @Test(
        "has its codes",
        arguments: [
            ("550 5.1.1 x", 550, "5.1.1"), ("550-5.7.1 [192.0.2.1 18] x 550 5.7.1 y", 550, "5.7.1"),
            ("220-host 421 4.2.1 x", 421, "4.2.1"), ("550 #5.1.0 x", 550, "5.1.0"), ("(#5.2.2) x", nil, "5.2.2"),
            ("smtp;554 5.4.7 x", 554, "5.4.7"), ("5.1.0 - x 554-'5.7.1 y'", 554, "5.7.1"), ("550-Please x", 550, nil),
            ("host said: 451 x", 451, nil), ("more than 500 messages", nil, nil), ("250 2.0.0 ok", nil, nil),
            ("192.0.2.1 x", nil, nil), ("version 5.1.1.2", nil, nil), ("550 5.7.26 x", 550, "5.7.26"),
            ("5.16.5 x", nil, nil),
            ("600 x", nil, nil),
        ]
    )
    func codes(reply: String, replyCode: Int?, enhanced: String?) {
        let text = ReplyText(reply)
        #expect(text.replyCode == replyCode)
        #expect(text.enhancedCode?.description == enhanced)
    }

    @Test("is temporary by either code")
    func temporary() {
        #expect(ReplyText("450 x").isTemporary)
        #expect(ReplyText("550 4.4.7 x").isTemporary)
        #expect(!ReplyText("550 5.1.1 x").isTemporary)
        #expect(!ReplyText("x").isTemporary)
    }
}
