import SendtopCore

/// What a send adds to the table of minutes: a function of the send as it is, so that a change of the send is a
/// contribution taken away and another added, and a rebuild comes to the same.
struct Contribution: Hashable {
    struct Key: Hashable {
        var minute: Int64
        var campaign: Int64
        var status: Int64
    }

    var key: Key
    /// The bucket of the time that the step took; `nil` when it is not known, or negative by the service's clocks.
    var bucket: Int?
    /// Sent within a minute of the request's receipt, as the service promises.
    var isInTime: Bool

    /// What a send adds for one of the moments that it reached.
    init(_ moment: Reached.Moment, of stored: borrowing StoredSend) {
        let latency = Contribution.latency(of: moment.status, stored.send.times)
        key = Key(minute: moment.minute, campaign: stored.campaign, status: moment.status)
        bucket = latency.map(Latencies.bucket)
        isInTime = moment.status == Contribution.sent && latency.map { $0 <= 60_000 } == true
    }

    static func all(of stored: StoredSend) -> [Contribution] {
        stored.reached.moments.map { Contribution($0, of: stored) }
    }

    private static let sent = StatusCode.code(of: .sent)
    private static let processed = StatusCode.code(of: .processed)
    private static let delivered = StatusCode.code(of: .delivered)

    private static func latency(of status: Int64, _ times: StepTimes) -> Int64? {
        let steps: (from: Step, to: Step)
        switch status {
        case sent: steps = (.received, .sent)
        case processed: steps = (.sent, .processed)
        case delivered: steps = (.processed, .delivered)
        default: return nil
        }
        guard let from = times[steps.from], let to = times[steps.to], to >= from else { return nil }
        return to.milliseconds(since: from)
    }
}

/// What a send adds to the table of reasons.
struct Refusal: Hashable {
    var minute: Int64
    var campaign: Int64
    var status: Int64
    var text: String

    static func all(of stored: StoredSend) -> [Refusal] {
        stored.reached.moments.compactMap { moment in
            let reason: Reason?
            switch moment.status {
            case bounced: reason = stored.send.bounceReason
            case aborted: reason = stored.send.abortReason
            default: return nil
            }
            return Refusal(
                minute: moment.minute,
                campaign: stored.campaign,
                status: moment.status,
                text: reason?.text ?? ""
            )
        }
    }

    private static let bounced = StatusCode.code(of: .bounced)
    private static let aborted = StatusCode.code(of: .aborted)
}
