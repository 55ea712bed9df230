/// A condition that did not come true in time.
struct NeverHappened: Error {}

/// Asks until there is a value, for a while.
@discardableResult
func eventually<Value>(
    within limit: Duration = .seconds(60),
    _ value: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while ContinuousClock.now < deadline {
        if let value = try await value() { return value }
        try await Task.sleep(for: .milliseconds(2))
    }
    throw NeverHappened()
}
