import SendtopCore
import Testing

@Suite("The filter language")
struct FilterParseTests {
    /// 2026-05-01T14:00:00Z
    private let now = Timestamp(milliseconds: 1_777_644_000_000)

    private func parse(_ text: String) throws -> Filter {
        try Filter.parse(text, now: now)
    }

    @Test("takes words, all of which must hold")
    func words() throws {
        #expect(try parse("") == .all)
        #expect(try parse("   ") == .all)
        #expect(try parse("order-88") == .word("order-88"))
        #expect(try parse("order failed") == .and([.word("order"), .word("failed")]))
        #expect(try parse("\"two words\"") == .word("two words"))
        #expect(try parse(#""a \"b\" \\c""#) == .word(#"a "b" \c"#))
        #expect(try parse("\"or\"") == .word("or"))
        #expect(try parse("http://a.example/x") == .word("http://a.example/x"))
        #expect(try parse("a=b 12:30 x<y") == .and([.word("a=b"), .word("12:30"), .word("x<y")]))
    }

    @Test("takes fields")
    func fields() throws {
        #expect(try parse("status:bounced") == .field(.status, .whole(["bounced"])))
        #expect(try parse("STATUS:bounced") == .field(.status, .whole(["bounced"])))
        #expect(try parse("code:5.1.*") == .field(.code, .whole(["5.1.", ""])))
        #expect(try parse("class:no-user") == .field(.bounceClass, .whole(["no-user"])))
        #expect(try parse("class:*-user") == .field(.bounceClass, .whole(["", "-user"])))
        #expect(try parse("campaign:order") == .field(.campaign, .contains("order")))
        #expect(try parse("to:user-*") == .field(.recipient, .whole(["user-", ""])))
        #expect(try parse("to:\"label:a b\"") == .field(.recipient, .contains("label:a b")))
        #expect(try parse("ext:a*b") == .field(.externalSendID, .whole(["a", "b"])))
        #expect(try parse("dispatch:acf47111") == .field(.dispatchID, .contains("acf47111")))
        #expect(try parse("reason:\"mailbox * full\"") == .field(.reason, .contains("mailbox * full")))
        #expect(try parse("to:label:name") == .field(.recipient, .contains("label:name")))
    }

    @Test("takes comparisons")
    func comparisons() throws {
        #expect(try parse("lat>2s") == .latency(.greater, milliseconds: 2_000))
        #expect(try parse("lat<=1.5s") == .latency(.lessOrEqual, milliseconds: 1_500))
        #expect(try parse("lat>=250ms") == .latency(.greaterOrEqual, milliseconds: 250))
        #expect(try parse("age<15m") == .age(.less, milliseconds: 900_000))
        #expect(try parse("age>2h") == .age(.greater, milliseconds: 7_200_000))
        #expect(try parse("age<1d") == .age(.less, milliseconds: 86_400_000))
    }

    @Test(
        "takes moments in UTC, a time of day as the last one",
        arguments: [
            ("since:13:50", "2026-05-01T13:50:00.000Z"), ("since:14:00", "2026-05-01T14:00:00.000Z"),
            ("since:14:01", "2026-04-30T14:01:00.000Z"), ("since:13:50:30", "2026-05-01T13:50:30.000Z"),
            ("since:2026-04-01", "2026-04-01T00:00:00.000Z"), ("since:2026-04-01T13:50", "2026-04-01T13:50:00.000Z"),
            ("since:\"2026-04-01 13:50:10\"", "2026-04-01T13:50:10.000Z"),
            ("since:2026-04-01T13:50:10.5+02:00", "2026-04-01T11:50:10.500Z"),
        ]
    )
    func moments(text: String, expected: String) throws {
        guard case .since(let moment) = try parse(text) else {
            Issue.record("no moment")
            return
        }
        #expect(moment.iso8601 == expected)
    }

    @Test("takes expressions")
    func expressions() throws {
        #expect(try parse("/5\\.1\\.[0-9]/") == .regex(SafeRegex("5\\.1\\.[0-9]")))
        #expect(try parse("/a\\/b \\\\c/") == .regex(SafeRegex("a/b \\\\c")))
    }

    @Test("binds `not` tighter than `and`, and `and` tighter than `or`")
    func precedence() throws {
        let (a, b, c) = (Filter.word("a"), Filter.word("b"), Filter.word("c"))
        #expect(try parse("a b or c") == .or([.and([a, b]), c]))
        #expect(try parse("a or b and c") == .or([a, .and([b, c])]))
        #expect(try parse("a (b or c)") == .and([a, .or([b, c])]))
        #expect(try parse("not a b") == .and([.not(a), b]))
        #expect(try parse("NOT not a") == .not(.not(a)))
        #expect(try parse("not (a b)") == .not(.and([a, b])))
        #expect(try parse("a and (b and c)") == .and([a, b, c]))
        #expect(try parse("((a))") == a)
        #expect(try parse("a or(b)or c") == .or([a, b, c]))
    }

    @Test("writes terms that it reads back", arguments: ["5.1.1", "a b", "5.*", #"say "x" \ y"#, "(x)", "Zoë", "a:b"])
    func roundTrip(value: String) throws {
        let term = FilterField.reason.term(for: value)
        #expect(try parse(term) == .field(.reason, .contains(value)), "\(term)")
    }

    @Test("finds campaigns by the names that people know them by, too")
    func campaigns() throws {
        let names = ["id-1": "order-confirmation", "id-2": "password-reset"]
        let first = Filter.field(.campaign, .whole(["id-1"]))
        let parsed = try Filter.parse("campaign:ORDER", now: now, campaigns: names)
        #expect(parsed == .or([.field(.campaign, .contains("ORDER")), first]))
        #expect(try Filter.parse("confirm", now: now, campaigns: names) == .or([.word("confirm"), first]))
        #expect(
            try Filter.parse("not /^order/", now: now, campaigns: names)
                == .not(.or([.regex(SafeRegex("^order")), first]))
        )
        #expect(try Filter.parse("to:order", now: now, campaigns: names) == .field(.recipient, .contains("order")))
    }
}
