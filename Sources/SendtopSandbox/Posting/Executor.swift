import Logging
import SendtopCore

/// Executes sends when they are due: renders the message and decides what becomes of it.
struct Executor: Sendable {
    let state: SandboxState
    let catalogue: Catalogue
    let targets: Int
    let alarm: Alarm
    /// Rung when there is something to post.
    let posters: [Alarm]
    let logger: Logger

    private static let pauseAfterError: Int64 = 1_000

    /// Runs until the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            var armed: Timestamp?
            for await _ in alarm.wakes {
                let now = Timestamp.now
                if let moment = armed, moment <= now { armed = nil }
                guard let next = await step(at: now) else { continue }
                if next <= now {
                    alarm.ring()
                } else if armed.map({ next < $0 }) ?? true {
                    armed = next
                    group.addTask { await alarm.ring(at: next) }
                }
            }
            group.cancelAll()
        }
    }

    /// Executes one batch, and says when to come back.
    private func step(at now: Timestamp) async -> Timestamp? {
        do {
            let (count, next) = try await state.executeDue(at: now, targets: targets) { execute($0, at: now) }
            if count > 0 {
                for poster in posters { poster.ring() }
            }
            return next
        } catch is CancellationError {
            return nil
        } catch {
            logger.error("sends cannot be executed", metadata: ["error": "\(error)"])
            return now.adding(milliseconds: Executor.pauseAfterError)
        }
    }

    private func execute(_ send: DueSend, at now: Timestamp) -> Execution {
        let accepted = send.accepted
        func aborted(_ reason: String) -> Execution {
            let plan = SendPlan.aborted(
                reason,
                receivedAt: accepted.receivedAt,
                enqueuedAt: send.enqueuedAt,
                executedAt: now
            )
            return Execution(plan: plan)
        }
        guard let email = send.profile?.email, EmailAddress.isPlausible(email), !send.isHardBounced else {
            return aborted(SandboxOutcome.notEmailable)
        }
        let outcome = SandboxOutcome.chosen(by: email)
        if outcome.ending == .aborted { return aborted(outcome.reason ?? SandboxOutcome.notEmailable) }
        guard let campaign = catalogue.campaign(accepted.campaignAPIID) else {
            return aborted(Refusal.campaignMissing.message)
        }
        var plan = SendPlan(
            outcome,
            delays: StepDelays(of: send.number, in: state.configuration),
            receivedAt: accepted.receivedAt,
            enqueuedAt: send.enqueuedAt,
            executedAt: now
        )
        plan.dropPosts(unknownTo: accepted.style)
        let bounce = outcome.isHardBounce ? plan.events.last.map { (email, $0.happensAt) } : nil
        let message = RenderedMessage(
            recipient: email,
            subject: campaign.subject,
            html: campaign.html,
            text: campaign.text
        )
        return Execution(plan: plan, message: message, hardBounce: bounce)
    }
}

extension SendPlan {
    /// Drops what the page of that style has no postback for.
    fileprivate mutating func dropPosts(unknownTo style: SendDraft.Style) {
        posts.removeAll { !PostbackBody.exists(for: events[$0.event].status, style: style) }
    }
}
