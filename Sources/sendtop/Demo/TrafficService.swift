import Logging
import SendtopClient
import SendtopCore
import SendtopStore
import ServiceLifecycle

/// Issues a demo's sends over HTTP, each through the same client as the form.
struct TrafficService: Service {
    let client: SendClient
    let ledger: Ledger
    let logger: Logger
    /// Ends when there is somebody to send to.
    let opening: AsyncStream<Never>

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in opening {}
            await withDiscardingTaskGroup { group in
                var plan = TrafficPlan(seed: .random(in: 0...UInt64.max))
                let start = ContinuousClock.now
                while !Task.isCancelled {
                    let elapsed = Double((ContinuousClock.now - start).components.seconds)
                    let draft = plan.next(at: elapsed)
                    group.addTask { await send(draft) }
                    try? await Task.sleep(for: .milliseconds(plan.pause(at: elapsed)))
                }
            }
        }
    }

    private func send(_ draft: SendDraft) async {
        do {
            let request = try SendRequest(validating: draft)
            _ = try await client.send(request, requestID: RequestID.make()) { event in
                _ = try await ledger.append([event])
            }
        } catch {
            // The ledger has the failed request already, and the screen shows it.
            logger.debug("a demo send came to nothing", metadata: ["error": "\(error)"])
        }
    }
}
