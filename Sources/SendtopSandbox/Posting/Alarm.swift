import SendtopCore

/// Wakes one loop: at once when somebody rings, or at a moment that the loop itself has set.
///
/// Rings while the loop is busy become one.
struct Alarm: Sendable {
    let wakes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (wakes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
    }

    func ring() {
        continuation.yield()
    }

    /// Rings at a moment, unless the task is cancelled before.
    func ring(at moment: Timestamp) async {
        let wait = max(0, moment.milliseconds(since: .now))
        try? await Task.sleep(for: .milliseconds(wait))
        ring()
    }
}
