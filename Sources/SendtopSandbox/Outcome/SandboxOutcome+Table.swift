import SendtopCore

extension SandboxOutcome {
    /// The address that chooses it, as documentation writes it: `bounce-full@…`, or `any other`.
    public var address: String {
        localPart.isEmpty ? "any other" : "\(localPart)@…"
    }

    /// What happens, and what stays of it: ``summary``, and whether the address is dead afterwards.
    public var story: String {
        isHardBounce ? "\(summary); the address is not mailed again" : summary
    }

    /// The statuses of its postbacks, in the order in which they come, such as `sent`, `processed`, `delivered`.
    public var postbacks: [String] {
        let start = Timestamp(milliseconds: 0)
        let plan =
            switch ending {
            case .aborted:
                SendPlan.aborted(reason ?? "", receivedAt: start, enqueuedAt: start, executedAt: start)
            default:
                SendPlan(
                    self,
                    delays: StepDelays(of: 1, in: .builtIn),
                    receivedAt: start,
                    enqueuedAt: start,
                    executedAt: start
                )
            }
        return plan.posts.map { plan.events[$0.event].status.rawValue }
    }
}
