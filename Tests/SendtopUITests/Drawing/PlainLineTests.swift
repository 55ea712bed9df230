import SendtopCore
import SendtopUI
import Testing

@Suite struct PlainLineTests {
    private let campaigns = MonitorSettings.sample.campaigns

    private func lines(_ story: Story) throws -> [String] {
        let line = PlainLine(campaigns: campaigns)
        return try story.events().map { line.text($0) }
    }

    @Test("One sentence an event: when, what, which send, campaign, person, reason")
    func sentences() throws {
        var story = Story(
            dispatchID: "d1",
            campaign: Story.campaigns[0].0,
            start: .sample,
            outcome: .bounced,
            reason: "550 5.1.1 no such user"
        )
        story.recipient = "ada"
        story.externalSendID = "order-1"
        #expect(
            try lines(story) == [
                "2026-03-14T14:03:27.012Z accepted d1, order-confirmation, to ada, external id order-1",
                "2026-03-14T14:03:27.499Z sent d1, order-confirmation, external id order-1",
                "2026-03-14T14:03:27.992Z processed d1, order-confirmation, external id order-1",
                "2026-03-14T14:03:28.917Z bounced d1, order-confirmation, external id order-1: 550 5.1.1 no such user",
            ]
        )
    }

    @Test("A line says the fields that were asked for, in their order")
    func fields() throws {
        let story = Story(
            dispatchID: "d1",
            campaign: Story.campaigns[0].0,
            start: .sample,
            outcome: .bounced,
            reason: "550 5.1.1 no such user"
        )
        let line = PlainLine(fields: [.status, .bounceClass, .code, .reason], campaigns: campaigns)
        let lines = try story.events().map { line.text($0) }
        #expect(lines.last == "bounced, class no-user, code 5.1.1: 550 5.1.1 no such user")
        #expect(lines.first == "sent")
    }

    @Test("A postback that names nothing is a line, too")
    func unknown() throws {
        let event = try Event.postbacks(body: Array("{}".utf8), at: .sample, source: nil, headers: [])[0]
        #expect(PlainLine().text(event) == "2026-03-14T14:03:27.000Z postback without a status")
    }

    @Test("Nothing hostile leaves, and no line breaks")
    func hostile() throws {
        for text in HostileTextTests.texts {
            var story = Story(
                dispatchID: text,
                campaign: text,
                start: .sample,
                outcome: .bounced,
                reason: text
            )
            story.externalSendID = text
            for line in try lines(story) {
                #expect(line.unicodeScalars.allSatisfy { !$0.isUnsafeOnTerminals })
            }
        }
    }
}
