import Logging
import SendtopCore
import SendtopStore

/// Events of many made-up sends that have everything that a figure or a filter looks at: our own requests, late and
/// early steps, bounces and aborts of many kinds, contradictions, unknown statuses, duplicates.
struct ManySends {
    /// Nothing happens in the two hours before the last hour, nor in the last minutes, so that no age and no span
    /// of the tests changes while they run.
    private static let early: ClosedRange<Int64> = (-20 * 3_600_000)...(-3 * 3_600_000)
    private static let late: ClosedRange<Int64> = (-50 * 60_000)...(-10 * 60_000)
    private static let bounces = [
        "550 5.1.1 <u%@mail.example>: the email account does not exist", "552 5.2.2 mailbox of u% is over quota",
        "550 5.7.1 client host [192.0.2.%] blocked using a list", "421 4.7.0 too many messages, try again later",
        "554 5.7.26 unauthenticated mail from %.example is not accepted",
        "451 4.7.1 greylisted, come back in % seconds",
    ]
    private static let aborts = ["User not emailable", "Invalid liquid in the subject line", "Quiet hours"]

    /// How many reasons there are.
    static let reasonCount = bounces.count + aborts.count

    let now: Timestamp
    private var random: SeededGenerator

    init(now: Timestamp, seed: UInt64) {
        self.now = now
        random = SeededGenerator(seed: seed)
    }

    /// The events of one send, in order.
    mutating func events(of number: Int) -> [Event] {
        let start = now.adding(milliseconds: .random(in: chance(4) ? Self.late : Self.early, using: &random))
        let campaign = "campaign-\(Int.random(in: 1...12, using: &random))"
        let external = chance(3) ? nil : "order-\(number)"
        var send = Made(dispatch: "d\(number)x\(random.next() % 1_000)", campaign: campaign, external: external)
        if chance(300) { return [send.deed(.rejected, number, at: start, reason: "Invalid recipient")] }
        if chance(300) { return [send.deed(.failed, number, at: start, reason: "The endpoint gave no answer in time")] }
        if chance(8) { send.events.append(send.deed(.accepted, number, at: start)) }
        if chance(60) {
            send.tell("aborted", at: start, reason: Self.aborts.randomElement(using: &random))
            return twice(send.events)
        }
        // Of most sends one postback is enough: it is how they are counted that is looked at.
        if !chance(6) {
            send.tellOnce(Int.random(in: 0..<40, using: &random), number, at: start)
            return twice(send.events)
        }
        let wait: ClosedRange<Int64> = chance(100) ? 60_001...150_000 : chance(90) ? -900...0 : 40...1_500
        var at = start.adding(milliseconds: .random(in: wait, using: &random))
        send.tell("sent", at: at, received: start)
        guard !chance(80) else { return send.events }
        at = at.adding(milliseconds: .random(in: 5...900, using: &random))
        send.tell("processed", at: at)
        guard !chance(80) else { return send.events }
        at = at.adding(milliseconds: .random(in: chance(100) ? 1...90_000 : 1...5_000, using: &random))
        if chance(100) { send.tell("deferred", at: at) }
        let isBounced = chance(20)
        if !isBounced || chance(10) { send.tell("delivered", at: at) }
        let reason = Self.bounces.randomElement(using: &random)?.replacing("%", with: "\(number % 250)")
        if isBounced { send.tell("bounced", at: at, reason: reason) }
        return twice(send.events)
    }

    /// Opens a ledger as the program does.
    static func open(_ path: String, _ access: Ledger.Access) throws -> Ledger {
        let logger = Logger(label: "numbers") { _ in SwiftLogNoOpLogHandler() }
        return try Ledger.open(path: path, access: access, logger: logger) { reason in
            let verdict = BounceClassifier.verdict(on: reason)
            return (verdict.bounceClass, verdict.code)
        }
    }

    /// Some come more than once.
    private mutating func twice(_ events: [Event]) -> [Event] {
        guard chance(50), var last = events.last else { return events }
        last.at = last.at.adding(milliseconds: 30_000)
        return events + [last]
    }

    private mutating func chance(_ of: Int) -> Bool {
        Int.random(in: 0..<of, using: &random) == 0
    }
}

/// A send on its way.
private struct Made {
    let dispatch: String
    let campaign: String
    let external: String?
    var events: [Event] = []

    init(dispatch: String, campaign: String, external: String?) {
        self.dispatch = dispatch
        self.campaign = campaign
        self.external = external
    }

    mutating func tell(_ status: String, at: Timestamp, received: Timestamp? = nil, reason: String? = nil) {
        var fields = #""campaign_api_id":"\#(campaign)","\#(status)_at":"\#(at.iso8601)""#
        if let external { fields += #","external_send_id":"\#(external)""# }
        if let received { fields += #","received_at":"\#(received.iso8601)""# }
        if let reason { fields += #","reason":"\#(reason)""# }
        let body = #"{"dispatch_id":"\#(dispatch)","status":"\#(status)","metadata":{\#(fields)}}"#
        events.append(
            Event(
                at: at.adding(milliseconds: 90),
                kind: .postback,
                dispatchID: dispatch,
                status: status,
                body: Array(body.utf8)
            )
        )
    }

    /// One postback alone: mostly that it was sent, and how long that took.
    mutating func tellOnce(_ choice: Int, _ number: Int, at start: Timestamp) {
        switch choice {
        case 0: tell("deferred", at: start)
        case 1:
            tell("bounced", at: start, reason: "550 5.1.1 <u\(number)@mail.example>: the email account does not exist")
        case 2: tell("processed", at: start)
        case 3..<8: tell("delivered", at: start)
        default: tell("sent", at: start.adding(milliseconds: Int64(choice * choice + number % 97)), received: start)
        }
    }

    /// Something that we did ourselves.
    func deed(_ kind: Event.Kind, _ number: Int, at: Timestamp, reason: String? = nil) -> Event {
        let record = SendRecord(
            url: "http://127.0.0.1:7364",
            campaignAPIID: campaign,
            recipient: "user-\(number % 500)",
            externalSendID: external,
            attempt: 1,
            request: .null,
            reason: reason
        )
        return Event(
            at: at,
            kind: kind,
            dispatchID: kind == .accepted ? dispatch : nil,
            requestID: "request-\(number)",
            status: kind.rawValue,
            body: record.bytes
        )
    }
}
