import SendtopCore
import Testing

@Suite("Address ranges")
struct IPRangeTests {
    @Test(
        "a range holds its addresses",
        arguments: [
            ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
            ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
            ("192.0.2.128/25", "192.0.2.127", false), ("0.0.0.0/0", "203.0.113.9", true),
            ("192.0.2.7", "::ffff:192.0.2.7", true), ("2001:db8::/33", "2001:db8:7fff::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false), ("0.0.0.0/0", "::1", false),
            ("::ffff:192.0.2.0/120", "192.0.2.255", true), ("::ffff:192.0.2.0/120", "192.0.3.0", false),
            ("::ffff:0:0/96", "203.0.113.9", true),
        ]
    )
    func contains(range: String, address: String, expected: Bool) throws {
        #expect(try #require(IPRange(range)).contains(try #require(IPAddress(address))) == expected)
    }

    @Test(
        "what is no range is refused",
        arguments: [
            "", "192.0.2", "192.0.2.0/33", "192.0.2.0/", "x/8", "::1/129", "::ffff:10.0.0.0/8", "::ffff:10.0.0.0/129",
        ]
    )
    func refused(text: String) {
        #expect(IPRange(text) == nil)
    }

    @Test("an address is written in its usual form")
    func written() throws {
        for (text, usual) in [
            ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:DB8:0::7", "2001:db8::7"), ("0.0.0.0", "0.0.0.0"),
        ] {
            #expect(try #require(IPAddress(text)).description == usual)
        }
    }

    @Test("loopback is told from other addresses")
    func loopback() {
        #expect(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"].allSatisfy { IPAddress($0)?.isLoopback == true })
        #expect(!["128.0.0.1", "::2", "10.0.0.1", "localhost"].contains { IPAddress($0)?.isLoopback == true })
    }
}
