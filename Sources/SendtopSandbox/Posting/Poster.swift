import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import SendtopCore

/// Posts to one target what is due, each send's postbacks one after the other, many sends at a time.
actor Poster {
    private static let concurrency = 64
    private static let readAhead = 256
    private static let timeout: TimeAmount = .seconds(90)
    private static let answerLimit = 65_536
    private static let pauseAfterError: Int64 = 1_000

    private let index: Int
    private let target: PostbackTarget
    private let state: SandboxState
    private let client: HTTPClient
    private let alarm: Alarm
    private let counters: PostingCounters
    private let logger: Logger
    private let policy: RetryPolicy

    /// Read, and not yet begun.
    private var ready: [DuePost] = []
    /// The sends that are read or being posted.
    private var claimed: Set<Int64> = []
    private var running = 0
    private var armed: Timestamp?

    init(
        index: Int,
        target: PostbackTarget,
        state: SandboxState,
        client: HTTPClient,
        alarm: Alarm,
        counters: PostingCounters,
        logger: Logger
    ) {
        self.index = index
        self.target = target
        self.state = state
        self.client = client
        self.alarm = alarm
        self.counters = counters
        self.logger = logger
        policy = RetryPolicy(timeFactor: state.configuration.timeFactor)
    }

    /// Runs until the task is cancelled; what is then on its way is posted again at the next start.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await _ in alarm.wakes {
                if let next = await refill() {
                    group.addTask { [alarm] in await alarm.ring(at: next) }
                }
                while running < Poster.concurrency, let post = ready.popLast() {
                    running += 1
                    group.addTask { await self.handle(post) }
                }
            }
            group.cancelAll()
        }
    }

    /// Reads what is due, and says when to look again, unless an earlier alarm is set.
    private func refill() async -> Timestamp? {
        let now = Timestamp.now
        if let moment = armed, moment <= now { armed = nil }
        guard ready.isEmpty else { return nil }
        do {
            // What is posted while the state is read may be in what is read, and must not go out again.
            let before = claimed
            let limit = before.count + Poster.readAhead
            let (due, next) = try await state.duePosts(to: index, at: now, limit: limit)
            // The last one is taken first.
            ready = due.filter { !before.contains($0.number) }.reversed()
            claimed.formUnion(ready.map(\.number))
            return next.flatMap(arm)
        } catch is CancellationError {
            return nil
        } catch {
            logger.error("postbacks cannot be read", metadata: ["error": "\(error)"])
            return arm(now.adding(milliseconds: Poster.pauseAfterError))
        }
    }

    private func arm(_ moment: Timestamp) -> Timestamp? {
        if let armed, armed <= moment { return nil }
        armed = moment
        return moment
    }

    private func handle(_ post: DuePost) async {
        do {
            try await record(post, ending: await attempt(post))
        } catch is CancellationError {
            // The state still has the postback; the next start posts it again.
        } catch {
            logger.error("a postback cannot be noted", metadata: ["error": "\(error)"])
            // It is posted again, but not in a circle while the disk is full.
            try? await Task.sleep(for: .milliseconds(Poster.pauseAfterError))
        }
        running -= 1
        claimed.remove(post.number)
        alarm.ring()
    }

    private func attempt(_ post: DuePost) async throws -> RetryPolicy.Ending {
        guard let body = post.body else { return .status(200) }
        var request = HTTPClientRequest(url: target.url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        if let authorization = target.authorization {
            request.headers.add(name: "Authorization", value: authorization)
        }
        request.body = .bytes(ByteBuffer(string: body.text()))
        do {
            let response = try await client.execute(request, timeout: Poster.timeout)
            _ = try? await response.body.collect(upTo: Poster.answerLimit)
            return .status(Int(response.status.code))
        } catch {
            try Task.checkCancellation()
            logger.debug("a postback got no answer", metadata: ["target": "\(target)", "error": "\(error)"])
            return .noAnswer
        }
    }

    private func record(_ post: DuePost, ending: RetryPolicy.Ending) async throws {
        let decision = policy.decision(after: ending, tries: post.tries)
        counters.count(decision)
        switch decision {
        case .finished:
            try await state.finish(post)
        case .again(let wait):
            try await state.postpone(post, until: Timestamp.now.adding(milliseconds: wait))
        case .givenUp:
            logger.warning(
                "a postback was given up",
                metadata: ["target": "\(target)", "dispatch_id": "\(post.send.dispatchID)", "ending": "\(ending)"]
            )
            try await state.finish(post)
        }
    }
}
