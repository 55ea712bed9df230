import SendtopCore
import Testing

@Suite("A filter on a send")
struct FilterMatchTests {
    private let now = Timestamp(milliseconds: 1_777_644_000_000)

    private var row: SendRow {
        var send = Send(seenAt: now.adding(milliseconds: -600_000))
        send.dispatchID = "acf471119f7449d579e8089032003ded"
        send.campaignAPIID = "order-confirmation"
        send.externalSendID = "order-88121"
        send.recipient = "user-17"
        send.statuses.insert(.bounced)
        send.bounceReason = Reason(text: "550 5.1.1 User UNKNOWN", at: nil)
        send.times[.received] = now.adding(milliseconds: -600_000)
        send.times[.bounced] = now.adding(milliseconds: -597_000)
        return SendRow(id: 1, send: send, bounceClass: .noUser, code: "5.1.1")
    }

    private func matches(_ text: String) throws -> Bool {
        try Filter.parse(text, now: now).matches(row, now: now)
    }

    @Test(
        "holds",
        arguments: [
            "", "unknown", "ORDER-88", "acf47 bounced", "status:BOUNCED", "status:b*", "class:no-user", "code:5.1.*",
            "code:5.1.1", "campaign:confirm",
            "to:user-17", "to:*17", "ext:88121", "dispatch:9f7449", "reason:\"user unknown\"", "lat>2s", "lat<=3s",
            "age>9m", "age<15m", "since:13:50",
            "since:2026-05-01", "not delivered", "delivered or bounced", "(zz or user) not (qq or xx)", "/5\\.1\\.\\d/",
            "/^USER-\\d+$/", "code:*",
            "to:u*r*7", "5.1.1", "no-user", "/^no-/",
        ]
    )
    func holds(text: String) throws {
        #expect(try matches(text))
    }

    @Test(
        "does not hold",
        arguments: [
            "delivered", "unknown delivered", "status:bounce", "code:5.1", "code:5.2.*", "class:full", "to:user-1*8",
            "to:user-170", "ext:x", "lat>3s",
            "lat<3s", "age>15m", "since:13:51", "not bounced", "/^17/", "not /user/", "to:17*", "to:u*1*17",
        ]
    )
    func doesNotHold(text: String) throws {
        #expect(try !matches(text))
    }

    @Test("is false, not unknown, for what a send does not have")
    func missing() throws {
        let bare = SendRow(id: 1, send: Send(seenAt: now))
        for text in ["to:*", "code:*", "class:*", "lat>0s", "lat<1h", "reason:x"] {
            #expect(try !Filter.parse(text, now: now).matches(bare, now: now))
            #expect(try Filter.parse("not \(text)", now: now).matches(bare, now: now))
        }
    }
}
