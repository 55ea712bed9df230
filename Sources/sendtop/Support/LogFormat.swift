/// How log records are written.
enum LogFormat: String, CaseIterable, Sendable {
    /// A line for people.
    case text
    /// A JSON object a line.
    case json
}
