/// A condition that did not come true in time.
package struct NeverHappened: Error {
    package init() {}
}

/// Asks until there is a value, for a while.
@discardableResult
package func eventually<Value>(
    within limit: Duration = .seconds(60),
    _ value: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while ContinuousClock.now < deadline {
        if let value = try await value() { return value }
        // A short rest, so that asking does not slow what is waited for.
        try await Task.sleep(for: .milliseconds(2))
    }
    throw NeverHappened()
}
