import SendtopCore
import SendtopStore

/// Looks for sends of the last seconds to the same person, with other custom attributes, whoever issued them.
struct AttributeWatch {
    let ledger: Ledger

    /// What is risky about sending a request now, in one sentence, or `nil`.
    func risk(of request: SendRequest, now: Timestamp = .now()) async throws -> String? {
        guard request.attributes != nil else { return nil }
        try await ledger.project()
        let since = Timestamp(milliseconds: now.milliseconds - AttributeRace.span)
        var race = AttributeRace()
        for row in try await ledger.sends(to: request.recipient.name, since: since).reversed() {
            for event in try await ledger.events(of: row) {
                guard let record = SendRecord(bytes: event.body), event.kind == .accepted else { continue }
                race.note(record, at: event.at)
            }
        }
        return race.note(request, at: now)
    }
}
