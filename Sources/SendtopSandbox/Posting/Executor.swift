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
        guard let entry = catalogue.entry(accepted.campaignAPIID) else {
            return aborted(Refusal.campaignMissing.message)
        }
        do {
            let scope = send.scope(campaign: entry.campaign, now: now)
            let message = try entry.template.message(to: email, scope)
            return sent(send, message: message, outcome: outcome, at: now)
        } catch {
            return aborted(error.reason)
        }
    }

    private func sent(_ send: DueSend, message: RenderedMessage, outcome: SandboxOutcome, at now: Timestamp)
        -> Execution
    {
        var plan = SendPlan(
            outcome,
            delays: StepDelays(of: send.number, in: state.configuration),
            receivedAt: send.accepted.receivedAt,
            enqueuedAt: send.enqueuedAt,
            executedAt: now
        )
        plan.dropPosts(unknownTo: send.accepted.style)
        let bounce = outcome.isHardBounce ? plan.events.last.map { (message.recipient, $0.happensAt) } : nil
        return Execution(plan: plan, message: message, hardBounce: bounce)
    }
}

extension LiquidStop {
    /// The reason of the abort.
    fileprivate var reason: String {
        switch self {
        case .aborted(let reason): reason
        case .exhausted: "Liquid error: the message grows beyond all measure"
        }
    }
}

extension SendPlan {
    /// Drops what the page of that style has no postback for.
    fileprivate mutating func dropPosts(unknownTo style: SendDraft.Style) {
        posts.removeAll { !PostbackBody.exists(for: events[$0.event].status, style: style) }
    }
}
