import Testing

@testable import SendtopStore

@Suite struct ReplyCodeTests {
    @Test(
        "The enhanced code is found, or else the reply code",
        arguments: [
            ("550 5.1.1 The email account that you tried to reach does not exist", "5.1.1"),
            ("550-5.7.26 Unauthenticated", "5.7.26"),
            ("smtp; 452 Mailbox full (#4.2.2)", "4.2.2"),
            ("554 blocked by 10.5.1.1", "554"),
            ("blocked: 5.7.1.", "5.7.1"),
            ("421", "421"),
            ("User not emailable", nil),
            ("1550 5.1 sent 250 ok", nil),
            ("", nil),
        ] as [(String, String?)]
    )
    func code(reply: String, code: String?) {
        #expect(ReplyCode.first(in: reply) == code)
    }

    @Test("Codes stay in a shape; addresses, hosts' numbers, queue ids and links go")
    func shape() {
        let first = "550-5.1.1 <ann@x.example> gone; see https://x.example/?p=1 k7si123.45 - gsmtp"
        #expect(ReasonShape.of(first) == "550-5.1.1 * gone; see * - gsmtp")
        #expect(ReasonShape.of("  User   not\r\nEmailable ") == "user not emailable")
        #expect(ReasonShape.of("") == "")
        #expect(ReasonShape.of(String(repeating: "word ", count: 1_000)).utf8.count < 200)
    }
}
