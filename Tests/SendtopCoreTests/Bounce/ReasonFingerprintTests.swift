import SendtopCore
import Testing

@Suite("The fingerprint of a reason")
struct ReasonFingerprintTests {
    @Test(
        "is the same for reasons that mean the same",
        arguments: [
            ("550 5.1.1 <neko@mail.example>... User unknown", "550 5.1.1 <inu@other.example>... User unknown"),
            (
                "550-5.1.1 The account does not exist. 550 5.1.1 https://help.example/?p=NoSuchUser e22-n7GpZ093195.222 - gsmtp",
                "550-5.1.1 The account does not exist. 550 5.1.1 https://help.example/?p=NoSuchUser y3si675602plr.1 - gsmtp"
            ),
            (
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked; see http://a.example/?ip=192.0.2.1",
                "554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked; see http://b.example/?ip=198.51.100.7"
            ),
            ("User neko (neko@mail.example) not listed", "User inu (inu@mail.example) not listed"),
            ("552 message size 1234 exceeds 1000", "552 message size 99999 exceeds 88"),
            ("550 Queue id 4Fg7Hk2Lm: user unknown", "550 Queue id 9Zz8Yy7Xx: user unknown"),
        ]
    )
    func same(one: String, other: String) {
        #expect(ReasonFingerprint(one) == ReasonFingerprint(other))
    }

    @Test(
        "differs where codes, words or the system's own error numbers do",
        arguments: [
            ("550 5.1.1 user unknown", "550 5.1.2 user unknown"), ("550 user unknown", "550 user disabled"),
            ("550 x LPN007_401", "550 x LPN006_107"), ("450 user unknown", "550 user unknown"),
        ]
    )
    func different(one: String, other: String) {
        #expect(ReasonFingerprint(one) != ReasonFingerprint(other))
    }

    @Test("is readable, and bounded")
    func text() {
        #expect(ReasonFingerprint("550 5.1.1 <neko@mail.example>... User Unknown").text == "550 5.1.1 user unknown")
        #expect(ReasonFingerprint("").text == "")
        #expect(ReasonFingerprint(String(repeating: "word ", count: 10_000)).text.count < 250)
    }
}
