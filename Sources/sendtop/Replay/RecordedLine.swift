import SendtopCore

/// The events of one line of a recording.
struct RecordedLine: Sendable {
    /// From 1.
    let number: Int
    let events: [Event]
}
