import SendtopCore
import SendtopStore
import Testing

@Suite struct UsedValuesTests {
    private func request(_ number: Int, to user: String, of campaign: String, _ kind: Event.Kind = .accepted) -> Event {
        let record = SendRecord(
            url: "",
            campaignAPIID: campaign,
            recipient: user,
            externalSendID: nil,
            attempt: 1,
            request: ["recipient": ["external_user_id": .string(user)], "trigger_properties": ["key-\(number)": 1]]
        )
        return Event(
            at: noon,
            kind: kind,
            dispatchID: kind == .accepted ? "d\(number)" : nil,
            requestID: "r\(number)",
            status: kind.rawValue,
            body: record.bytes
        )
    }

    @Test("Only what our own requests held is offered, newest first, and of no more than the newest")
    func used() async throws {
        try await withLedger { ledger in
            try await ledger.take(
                postback("other", "sent", campaign: "foreign"),
                request(1, to: "ada", of: "a"),
                request(2, to: "bob", of: "b", .rejected),
                request(3, to: "ada", of: "a"),
                postback("d1", "delivered", campaign: "a")
            )
            let used = try await ledger.usedValues()
            #expect(used.users == ["ada", "bob"])
            #expect(used.campaigns == ["a", "b"])
            #expect(used.properties(of: .triggerProperties, campaign: "a").map(\.key) == ["key-3", "key-1"])
            #expect(try await ledger.usedValues(among: 1).users == ["ada"])
            #expect(try await ledger.usedValues(among: 0) == UsedValues())
        }
    }
}
