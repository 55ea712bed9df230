/// Notices two sends to one user within seconds that carry different custom attributes.
///
/// The service applies `first_name`, `last_name` and `email` before it renders a message; other attributes have no such
/// protection, and the first message may show what the second request set. Source: the endpoint's v1 page, `recipient`.
public struct AttributeRace: Sendable {
    private struct Sent {
        var name: String
        var attributes: [JSONObject.Member]
        var at: Timestamp
    }

    /// Milliseconds within which two sends are close.
    public static let span: Int64 = 10_000

    /// The attributes that are safe.
    private static let protectedFields: Set<String> = ["first_name", "last_name", "email"]

    private let span: Int64
    private let limit: Int
    private var recent: [Sent] = []

    /// Makes one that has seen nothing.
    ///
    /// - Parameters:
    ///   - span: milliseconds within which two sends are close.
    ///   - limit: sends to remember at most; the oldest go first.
    public init(span: Int64 = AttributeRace.span, limit: Int = 256) {
        self.span = span
        self.limit = limit
    }

    /// Takes a request into account, and says what is risky about sending it now.
    ///
    /// - Returns: One sentence, or `nil` when there is nothing to say.
    public mutating func note(_ request: SendRequest, at now: Timestamp) -> String? {
        note(request.attributes, of: request.recipient.name, at: now)
    }

    /// Takes a request into account that went out earlier, as the ledger keeps it.
    public mutating func note(_ record: SendRecord, at moment: Timestamp) {
        _ = note(record.request.object?["recipient"]?.object?["attributes"]?.object, of: record.recipient, at: moment)
    }

    private mutating func note(_ attributes: JSONObject?, of name: String, at now: Timestamp) -> String? {
        recent.removeAll { now.milliseconds(since: $0.at).magnitude > span }
        let custom = (attributes?.members ?? []).filter { !AttributeRace.protectedFields.contains($0.key) }
        guard !custom.isEmpty else { return nil }
        let other = recent.last { $0.name == name && Set($0.attributes) != Set(custom) }
        if recent.count >= limit { recent.removeFirst() }
        recent.append(Sent(name: name, attributes: custom, at: now))
        return other.map { sentence(name: name, since: now.milliseconds(since: $0.at)) }
    }

    private func sentence(name: String, since: Int64) -> String {
        let who = JSON.string(name).text(escaping: .terminalSafe)
        return "\(who) was sent other custom attributes \(abs(since) / 1_000) s ago; either message may show either "
            + "values, since the service protects only first_name, last_name and email."
    }
}
