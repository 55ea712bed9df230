import Foundation

/// What a test waited for and did not see.
struct NotSeen: Error, CustomStringConvertible {
    let what: String
    let last: String

    var description: String {
        "not seen: \(what); last:\n\(last)"
    }
}

/// Asks again and again until there is an answer, or the time is up.
@discardableResult
func eventually<Value>(
    _ what: String,
    within seconds: Double = 60,
    last: () -> String = { "" },
    _ answer: () throws -> Value?
) throws -> Value {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
        if let value = try answer() { return value }
        // A short rest, so that polling does not slow what is waited for.
        poll(nil, 0, 20)
    }
    throw NotSeen(what: what, last: last())
}
