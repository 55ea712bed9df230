import SendtopCore
import SendtopStore
import Testing

@Suite struct FiguresTests {
    @Test("A send counts in the minute in which it was first heard to have a status, under its latency")
    func minutes() async throws {
        try await withLedger { ledger in
            try await ledger.take(
                postback("a", "sent", ["received_at": text(0), "sent_at": text(1)], at: minute(-3)),
                postback("b", "sent", ["received_at": text(0), "sent_at": text(61)], at: minute(-1)),
                postback("a", "processed", ["processed_at": text(3)], at: minute(-1)),
                postback("a", "delivered", ["delivered_at": text(2)], at: minute(0)),
                postback("a", "sent", ["received_at": text(0), "sent_at": text(1)], at: minute(0))
            )
            let figures = try await ledger.page(PageRequest(limit: 1, figuresSpan: 240_000), now: noon).figures
            #expect(figures.perMinute[.sent] == [1, 0, 1, 0])
            #expect(figures.perMinute[.processed] == [0, 0, 1, 0])
            #expect(figures.reached == [.sent: 2, .processed: 1, .delivered: 1])
            #expect(figures.sentWithinMinute == 0.5)
            #expect(figures.duplicates == 1)
            #expect(abs((figures.sentLatency?.p50 ?? 0) - 1_000) < 20)
            #expect(abs((figures.sentLatency?.p99 ?? 0) - 61_000) < 1_000)
            #expect(abs((figures.processedLatency?.p50 ?? 0) - 2_000) < 40)
            #expect(figures.deliveredLatency == nil)
        }
    }

    @Test("What lies outside the span is left out")
    func span() async throws {
        try await withLedger { ledger in
            try await ledger.take(
                postback("a", "sent", at: minute(-2)),
                postback("b", "sent", at: minute(-1)),
                postback("c", "sent", at: minute(1))
            )
            for (span, expected) in [(60_000, nil), (60_001, [1, 0]), (180_000, [1, 1, 0])] as [(Int64, [Int]?)] {
                let figures = try await ledger.page(PageRequest(limit: 1, figuresSpan: span), now: noon).figures
                #expect(figures.perMinute[.sent] == expected)
            }
        }
    }

    @Test("A moment that is heard of later moves the latency in, whatever the order")
    func late() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("a", "delivered", ["delivered_at": text(9)], at: minute(-1)))
            try await ledger.take(postback("a", "processed", ["processed_at": text(4)], at: minute(0)))
            let figures = try await ledger.page(PageRequest(limit: 1), now: noon).figures
            #expect(abs((figures.deliveredLatency?.p50 ?? 0) - 5_000) < 90)
        }
    }

    @Test("A chosen send comes with what is usual for its campaign, and for no other")
    func usual() async throws {
        try await withLedger { ledger in
            for (index, campaign) in ["c-1", "c-1", "c-2"].enumerated() {
                let times = [
                    "received_at": text(0), "sent_at": text(Double(index * 4 + 1)), "campaign_api_id": campaign,
                ]
                try await ledger.take(postback("d\(index)", "sent", times, at: minute(0)))
            }
            let newest = try await ledger.page(PageRequest(limit: 3), now: noon).rows
            let first = try #require(newest.last)
            let timeline = try await ledger.page(PageRequest(limit: 1, selected: first.id), now: noon).timeline
            #expect(abs((timeline?.usual[.sent]?.p50 ?? 0) - 1_000) < 20)
            #expect(abs((timeline?.usual[.sent]?.p95 ?? 0) - 5_000) < 90)
            #expect(timeline?.usual[.processed] == nil)
        }
    }

    @Test("Replies that differ in addresses and numbers are one group, with a trend")
    func reasons() async throws {
        try await withLedger { ledger in
            let replies = [
                ("550 5.1.1 <ann@x.example>: unknown user (queue 4F2A)", -14),
                ("550 5.1.1 <bo@y.example>: unknown user (queue 9)", -1),
                ("550 5.1.1 <cy@y.example>: unknown user (queue 77)", 0), ("452 4.2.2 mailbox full", 0),
            ]
            for (index, reply) in replies.enumerated() {
                try await ledger.take(postback("d\(index)", "bounced", ["reason": reply.0], at: minute(reply.1)))
            }
            let campaign = ["reason": "452 4.2.2 mailbox full", "campaign_api_id": "c-9"]
            try await ledger.take(postback("d9", "bounced", campaign, at: minute(0)))
            try await ledger.take(postback("e", "aborted", ["reason": "User not emailable"], at: minute(-20)))
            let request = PageRequest(limit: 1, reasonsSpan: 900_000)
            let groups = try await ledger.page(request, now: noon).reasons
            #expect(groups.map(\.count) == [3, 2])
            #expect(groups.map(\.isNew) == [true, true])
            #expect(groups.last?.campaigns.contains("c-9") == true)
            #expect(groups.first?.campaigns.contains("c-9") == false)
            #expect(groups.map(\.code) == ["5.1.1", "4.2.2"])
            #expect(groups.first?.example == replies[0].0)
            #expect(groups.first?.firstSeen == minute(-14))
            #expect(groups.first?.lastSeen == minute(0))
            #expect(groups.first?.trend == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
            #expect(try await ledger.page(PageRequest(limit: 1), now: noon).reasons.isEmpty)
        }
    }

    private func minute(_ offset: Int) -> Timestamp {
        noon.adding(milliseconds: Int64(offset) * 60_000)
    }
}
