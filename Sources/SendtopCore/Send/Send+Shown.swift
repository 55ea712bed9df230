extension Send {
    /// The status to show.
    public var status: SendStatus {
        statuses.highest
    }

    /// Whether postbacks name two different ends.
    public var isContradictory: Bool {
        statuses.isContradictory
    }

    /// Why the send has the status that is shown.
    public var reason: String? {
        switch status {
        case .bounced: bounceReason?.text
        case .aborted: abortReason?.text
        case .rejected, .failed, .taken: requestReason?.text
        default: nil
        }
    }

    /// Milliseconds from the service's receipt of the request to the step that the status names.
    ///
    /// `nil` while either moment is unknown. Negative where the timestamps contradict each other: show it as skew.
    public var latency: Int64? {
        guard let start = times[.received] else { return nil }
        let step: Step? =
            switch status {
            case .sent: .sent
            case .processed: .processed
            case .delivered: .delivered
            case .bounced: .bounced
            case .aborted: .aborted
            default: nil
            }
        return step.flatMap { times[$0] }?.milliseconds(since: start)
    }

    /// Milliseconds from one step to another; `nil` while either moment is unknown, negative where they contradict
    /// each other.
    public func milliseconds(from first: Step, to last: Step) -> Int64? {
        guard let start = times[first], let end = times[last] else { return nil }
        return end.milliseconds(since: start)
    }
}
