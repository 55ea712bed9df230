import SendtopCore
import Testing

@Suite struct RequestSecretTests {
    private let secret = Secret("9b4f2c7e-51d3-48a6-b0e2-7f6a1c3d5e89")

    @Test("It prints as redacted, however it is printed")
    func prints() {
        struct Holder { var key: Secret }
        var dumped = ""
        dump(Holder(key: secret), to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\([secret])", "\(Holder(key: secret))", dumped] {
            #expect(!text.contains("9b4f"))
            #expect(text.contains("[redacted]"))
        }
        #expect(secret.reveal() == "9b4f2c7e-51d3-48a6-b0e2-7f6a1c3d5e89")
    }

    @Test(
        "It is masked whole, in part, in any case, and under every usual escape",
        arguments: [
            ("Invalid API key: 9b4f2c7e-51d3-48a6-b0e2-7f6a1c3d5e89", "Invalid API key: [redacted]"),
            ("9B4F2C7E-51D3-48A6-B0E2-7F6A1C3D5E89!", "[redacted]!"),
            ("key 9b4f2c7e… and …1c3d5e89", "key [redacted]… and …[redacted]"),
            ("a=9b4f2c7e%2D51d3%2d48a6-b0e2-7f6a1c3d5e89&b", "a=[redacted]&b"),
            (#""\u0039b4f2c7e\u002D51d3""#, #""[redacted]""#),
            ("9b4f2c7e&#45;51d3&#x2D;48a6", "[redacted]"),
            ("9b4f2c7 and 417220e4-5a2a-b634-7f7d-9ec891532368", "9b4f2c7 and 417220e4-5a2a-b634-7f7d-9ec891532368"),
            ("9b4f2c7e9b4f2c7e", "[redacted]"),
            ("", ""), ("%", "%"), ("\\", "\\"), (#"\u12"#, #"\u12"#), ("&;&#;&#x;&#999;", "&;&#;&#x;&#999;"),
            ("é9b4f2c7eé", "é[redacted]é"),
        ]
    )
    func masks(text: String, masked: String) {
        #expect(secret.masked(in: text) == masked)
    }

    @Test("A short secret is masked whole, and none masks nothing")
    func short() {
        #expect(
            Secret("k/1").masked(in: #"no key k/1 or k\/1 or k%2f1, k/2"#)
                == "no key [redacted] or [redacted] or [redacted], k/2"
        )
        #expect(Secret("").masked(in: "text") == "text")
        #expect(Secret("").isEmpty)
    }
}
