/// A condition that did not come true in time.
struct NeverHappened: Error {}

/// Asks until there is a value, for a while.
@discardableResult
func eventually<Value>(
    within limit: Duration = .seconds(60),
    _ value: () async throws -> Value?
) async throws -> Value {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: limit)
    while clock.now < deadline {
        if let value = try await value() { return value }
        try await Task.sleep(for: .milliseconds(5))
    }
    throw NeverHappened()
}
