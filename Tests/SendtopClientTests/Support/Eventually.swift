/// A condition that did not come true in time.
struct NeverHappened: Error {}

/// Asks until a condition is true, for a while.
func eventually(
    within limit: Duration = .seconds(60),
    _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    throw NeverHappened()
}
