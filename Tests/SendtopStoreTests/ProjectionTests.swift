import SendtopCore
import SendtopStore
import TestSupport
import Testing

@Suite struct ProjectionTests {
    @Test("The page's five examples make one send that contradicts itself")
    func examples() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append(PagePostbacks.events())
            try await ledger.project()
            let row = try #require(try await ledger.allSends().first)
            #expect(try await ledger.allSends().count == 1)
            #expect(row.id == 1)
            #expect(row.send.dispatchID == "acf471119f7449d579e8089032003ded")
            #expect(row.send.status == .bounced)
            #expect(row.send.isContradictory)
            #expect(row.send.reason == "550 5.1.1 The email account that you tried to reach does not exist")
            #expect(row.send.abortReason?.text == "User not emailable")
            #expect(row.send.times[.delivered]?.iso8601 == "2020-08-31T18:27:32.000Z")
            #expect(row.send.externalSendID == "34a2ceb3cf6184132f3d816e9984269a")
            #expect(row.code == "5.1.1")
            let merged = try Send(PagePostbacks.events())
            #expect(row.send == merged)
        }
    }

    @Test("A postback that comes twice is counted, and changes nothing else")
    func duplicate() async throws {
        try await withLedger { ledger in
            let sent = postback("a", "sent", ["sent_at": text(1)])
            try await ledger.take(sent)
            let before = try #require(try await ledger.allSends().first).send
            try await ledger.take(sent)
            var after = try #require(try await ledger.allSends().first).send
            #expect(after.duplicates == 1)
            after.duplicates = 0
            #expect(after == before)
        }
    }

    @Test("Events without an id are kept, and make no send")
    func idless() async throws {
        try await withLedger { ledger in
            try await ledger.take(postback(nil, "sent"), postback("a", nil))
            #expect(try await ledger.allSends().map(\.id) == [2])
            #expect(try await ledger.info().events == 2)
        }
    }

    @Test(
        "A request that failed at first and was then accepted is one send with its postbacks",
        arguments: [true, false]
    )
    func join(postbackFirst: Bool) async throws {
        try await withLedger { ledger in
            let mine = [deed(.failed, request: "r", reason: "timeout"), deed(.accepted, request: "r", dispatch: "d")]
            let theirs = [postback("d", "sent")]
            _ = try await ledger.append(postbackFirst ? [mine[0]] + theirs + [mine[1]] : mine + theirs)
            try await ledger.project()
            let rows = try await ledger.allSends()
            #expect(rows.map(\.id) == [1])
            #expect(rows.first?.send.dispatchID == "d")
            #expect(rows.first?.send.requestID == "r")
            #expect(rows.first?.send.status == .sent)
            #expect(rows.first?.send.recipient == "user-17")
            let page = try await ledger.page(PageRequest(limit: 5, selected: 1), now: noon)
            #expect(page.total == 1)
            #expect(page.timeline?.events.count == 3)
        }
    }

    @Test("A request that the service calls taken is tied to the send that it holds", arguments: 0..<6)
    func taken(order: Int) async throws {
        let events = [
            deed(.taken, request: "r2", external: "order-1"),
            postback("d", "delivered", external: "order-1"),
            deed(.accepted, request: "r1", dispatch: "d", external: "order-1"),
        ]
        try await withLedger { ledger in
            for event in permutation(events, order) { try await ledger.take(event) }
            let rows = try await ledger.allSends()
            #expect(rows.map(\.id) == [1])
            #expect(rows.first?.send.status == .delivered)
            #expect(rows.first?.send.dispatchID == "d")
            #expect(rows.first?.send.statuses.contains(.taken) == true)
        }
    }

    @Test("All requests that the service calls taken are tied to the send, however many wait for it", arguments: 0..<6)
    func takenTwice(order: Int) async throws {
        let events = [
            deed(.taken, request: "r1", external: "order-1"),
            deed(.taken, request: "r2", external: "order-1"),
            postback("d", "delivered", external: "order-1"),
        ]
        try await withLedger { ledger in
            _ = try await ledger.append(permutation(events, order))
            try await ledger.project()
            #expect(try await ledger.allSends().map(\.id) == [1])
        }
    }

    @Test("A send that an earlier request took in is found by its dispatch id at once")
    func takenIn() async throws {
        try await withLedger { ledger in
            try await ledger.take(
                deed(.failed, request: "r", external: "order-1"),
                postback("d", "sent", external: "order-1")
            )
            try await ledger.take(
                deed(.taken, request: "r", external: "order-1"),
                postback("d", "delivered", external: "order-1")
            )
            let rows = try await ledger.allSends()
            #expect(rows.map(\.id) == [1])
            #expect(rows.first?.send.status == .delivered)
        }
    }

    @Test("A send with another external id is not tied")
    func notTaken() async throws {
        try await withLedger { ledger in
            try await ledger.take(
                postback("d", "delivered", external: "order-1"),
                deed(.taken, request: "r", external: "order-2"),
                deed(.rejected, request: "s", external: "order-1", reason: "Campaign does not exist")
            )
            let rows = try await ledger.allSends()
            #expect(rows.map(\.send.status) == [.delivered, .taken, .rejected])
            #expect(rows.last?.send.reason == "Campaign does not exist")
        }
    }

    @Test("Two dispatches of one request are two sends")
    func twoDispatches() async throws {
        try await withLedger { ledger in
            try await ledger.take(
                deed(.accepted, request: "r", dispatch: "d1"),
                deed(.accepted, request: "r", dispatch: "d2")
            )
            #expect(try await ledger.allSends().map(\.send.dispatchID) == ["d1", "d2"])
        }
    }
}

extension Send {
    init(_ events: [Event]) throws {
        let facts = events.map(SendFacts.init)
        self.init(try #require(facts.first))
        for fact in facts.dropFirst() { merge(fact) }
    }
}

/// The nth order of three things.
private func permutation(_ events: [Event], _ order: Int) -> [Event] {
    var rest = events
    let first = rest.remove(at: order / 2)
    return [first] + (order % 2 == 0 ? rest : rest.reversed())
}
