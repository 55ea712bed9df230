import SendtopCore
import TestSupport
import Testing

@testable import SendtopClient

@Suite struct RetryPolicyTests {
    private let busy = SendError(cause: .answer(status: 503, message: "", errors: []), endpoint: "")

    private func wait(_ policy: RetryPolicy, attempt: Int, jitter: Double) -> Duration? {
        policy.wait(after: busy, attempt: attempt, hasExternalSendID: true, now: testNow, jitter: jitter)
    }

    @Test("Waits double up to the longest, less up to half by jitter")
    func backoff() {
        let policy = RetryPolicy(attempts: 99, firstWait: .seconds(1), longestWait: .seconds(10))
        #expect((1...6).map { wait(policy, attempt: $0, jitter: 0) } == [1, 2, 4, 8, 10, 10].map { .seconds($0) })
        #expect(wait(policy, attempt: 2, jitter: 1) == .seconds(1))
        #expect(wait(policy, attempt: 98, jitter: 0) == .seconds(10))
    }

    @Test("The last attempt is the last")
    func attempts() {
        #expect(wait(RetryPolicy(attempts: 2), attempt: 1, jitter: 0) != nil)
        #expect(wait(RetryPolicy(attempts: 2), attempt: 2, jitter: 0) == nil)
        #expect(wait(.never, attempt: 1, jitter: 0) == nil)
    }

    @Test("A limit that starts anew is waited for, whatever the backoff", arguments: [(5_000, 5), (-9_000, 0)])
    func reset(milliseconds: Int64, seconds: Int) {
        var error = SendError(cause: .answer(status: 429, message: "", errors: []), endpoint: "")
        error.limitResetsAt = testNow.adding(milliseconds: milliseconds)
        let wait = RetryPolicy().wait(after: error, attempt: 1, hasExternalSendID: true, now: testNow, jitter: 0)
        #expect(wait == .seconds(seconds))
    }

    @Test(
        "What may have arrived, and what stays as it is, is not tried again",
        arguments: [
            Trouble.untrusted, .tls("no"), .timeout, .brokenOff(status: nil), .notHTTP, .cancelled, .other("x"),
        ]
    )
    func neverAgain(trouble: Trouble) {
        let error = SendError(cause: .noAnswer(trouble), endpoint: "")
        let policy = RetryPolicy(attempts: 9, retriesConnections: true)
        #expect(policy.wait(after: error, attempt: 1, hasExternalSendID: true, now: testNow, jitter: 0) == nil)
    }
}
