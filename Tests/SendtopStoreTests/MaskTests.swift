import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

/// What a masked screen is shown, and by what it filters and sorts.
@Suite struct MaskTests {
    private static let now = noon.adding(milliseconds: 600_000)

    @Test("A ledger has one key for ever, the same for those who look, and no other ledger has it")
    func key() async throws {
        try await withFolder { folder in
            let first = try open(folder + "/a.sqlite")
            let looker = try open(folder + "/a.sqlite", .looker)
            #expect(first.maskKey == looker.maskKey && first.maskKey.count == Mask.keyLength)
            let copy = folder + "/copy.sqlite"
            try await first.backup(to: copy)
            await looker.close()
            await first.close()
            let again = try open(folder + "/a.sqlite")
            #expect(again.maskKey == first.maskKey)
            await again.close()
            let other = try open(folder + "/b.sqlite")
            #expect(other.maskKey != first.maskKey)
            await other.close()
            let backup = try open(copy, .looker)
            #expect(backup.maskKey == first.maskKey)
            await backup.close()
        }
    }

    @Test("Filters see what is shown and nothing else, in the window, in the count, in the export", arguments: 1...3)
    func filters(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        try await withGenerated(seed: UInt64(seed)) { ledger, mask, all in
            let pseudonym = mask.pseudonym("user-17")
            let terms = [
                "to:\(pseudonym)", pseudonym, "to:u~*", "m~", "/m~[a-z0-9]+> unknown/", "@x", "to:user", "/user-1/",
                String(repeating: "d ", count: 1_000),
            ]
            for index in 0..<40 {
                let text = index < terms.count ? terms[index] : FilterGenerator.text(depth: 3, using: &random)
                let filter = try Filter.parse(text, now: Self.now)
                let expected = all.filter { filter.matches($0, now: Self.now, isMasked: true) }.map(\.id)
                let page = try await ledger.page(PageRequest(filter: filter, limit: 1_000), now: Self.now, mask: mask)
                #expect(page.rows.map(\.id) == expected.reversed(), "\(text)")
                #expect(page.matching == expected.count, "\(text)")
                let ids = try await ledger.ids(filter: filter, in: 0...(.max), limit: 9_999, now: Self.now, mask: mask)
                #expect(ids == expected.reversed(), "\(text)")
            }
        }
    }

    @Test(
        "Nobody can ask whether a person is there",
        arguments: ["user-17", "to:user-17", "@x.example", "/u\\d+@/", "reason:@x"]
    )
    func oracle(text: String) async throws {
        try await withGenerated(seed: 5) { ledger, mask, _ in
            let filter = try Filter.parse(text, now: Self.now)
            let request = PageRequest(filter: filter, limit: 10)
            #expect(try await ledger.page(request, now: Self.now).matching > 0)
            #expect(try await ledger.page(request, now: Self.now, mask: mask).matching == 0)
        }
    }

    @Test("The order is that of what is shown", arguments: [RowOrder.Key.recipient, .reason, .externalSendID])
    func order(key: RowOrder.Key) async throws {
        try await withGenerated(seed: 11) { ledger, mask, all in
            let order = RowOrder(key, isDescending: false)
            let sorted = all.sorted { order.precedes((order.value(of: $0), $0.id), (order.value(of: $1), $1.id)) }
            let request = PageRequest(order: order, anchor: .row(sorted[9].id), limit: 40, above: 9)
            let page = try await ledger.page(request, now: Self.now, mask: mask)
            #expect(page.rows == Array(sorted.prefix(49)))
        }
    }

    @Test("The example of a reason names nobody, also when its send is gone")
    func reasons() async throws {
        try await withLedger { ledger in
            let mask = Mask(key: ledger.maskKey)
            let bounce = postback("d", "bounced", ["reason": "550 user-17 a@b.example: user-9 is unknown"])
            try await ledger.take(bounce, deed(.accepted, request: "r", dispatch: "d"))
            let request = PageRequest(limit: 1, selected: 1, reasonsSpan: 600_000)
            let page = try await ledger.page(request, now: noon, mask: mask)
            let example = try #require(page.reasons.first?.example)
            #expect(
                example.hasPrefix("550 \(mask.pseudonym("user-17")) m~") && example.hasSuffix(": user-9 is unknown")
            )
            let events = try #require(page.timeline?.events).map { String(decoding: $0.body, as: UTF8.self) }
            #expect(events.allSatisfy { !$0.contains("user-17") && !$0.contains("@b") })
            try await ledger.derived.write { try $0.execute(sql: "UPDATE reason SET send = NULL") }
            let later = try await ledger.page(request, now: noon, mask: mask).reasons.first?.example
            #expect(later?.hasSuffix("*** is unknown") == true && later?.contains("user-17") == false)
        }
    }

    @Test("A peek is an event of its send that changes nothing of it, also after a rebuild")
    func peek() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback("d", "sent"), deed(.accepted, request: "r", dispatch: "d"))
            let before = try await ledger.allSends()
            let viewer = Event.Viewer(user: "ana", address: "192.0.2.7")
            let later = noon.adding(milliseconds: 90_000)
            for send in [before[0].send, Send(seenAt: noon)] {
                try await ledger.take(Event(peekAt: send, by: viewer, at: later))
            }
            for _ in 0..<2 {
                #expect(try await ledger.allSends() == before)
                let events = try await ledger.events(of: before[0])
                #expect(events.map(\.kind) == [.postback, .accepted, .peeked])
                #expect(events.last?.source == "ana from 192.0.2.7")
                try await ledger.rebuild()
            }
        }
    }

    private func withGenerated(seed: UInt64, _ body: (Ledger, Mask, [SendRow]) async throws -> Void) async throws {
        try await withLedger { ledger in
            var traffic = TrafficGenerator(seed: seed)
            _ = try await ledger.append(traffic.events(sends: 300))
            try await ledger.project()
            let mask = Mask(key: ledger.maskKey)
            try await body(ledger, mask, ledger.allSends().map(mask.row))
        }
    }
}
