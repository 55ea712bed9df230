import Foundation
import SendtopCore

/// A line of `sendtop export sends`, as far as the tests compute with it.
struct ExportedSend: Decodable {
    var dispatch: String?
    var request: String?
    var status: String
    var campaign: String?
    var external: String?
    var recipient: String?
    var received: String?
    var sent: String?
    var processed: String?
    var delivered: String?
    var bounced: String?
    var aborted: String?
    var reason: String?
    var bounceClass: String?
    var code: String?
    var contradictory: Bool
    var duplicates: Int
    var firstSeen: String

    private enum CodingKeys: String, CodingKey {
        case dispatch = "dispatch_id"
        case request = "request_id"
        case status
        case campaign = "campaign_api_id"
        case external = "external_send_id"
        case recipient
        case received = "received_at"
        case sent = "sent_at"
        case processed = "processed_at"
        case delivered = "delivered_at"
        case bounced = "bounced_at"
        case aborted = "aborted_at"
        case reason
        case bounceClass = "class"
        case code
        case contradictory
        case duplicates
        case firstSeen = "first_seen"
    }

    /// All lines of an export.
    static func all(in text: String) throws -> [ExportedSend] {
        let decoder = JSONDecoder()
        return try Data(text.utf8).split(separator: 10).map { try decoder.decode(ExportedSend.self, from: $0) }
    }

    /// The send's name among the events.
    var name: String? {
        dispatch ?? request
    }

    /// Whether any text that a word is looked for in does what is asked.
    func shows(_ test: (String) -> Bool) -> Bool {
        [dispatch, campaign, external, recipient, status, bounceClass, code, reason].compactMap(\.self).contains(
            where: test
        )
    }

    /// Whether any of these texts holds a word, written as it is generated.
    func shows(_ word: String) -> Bool {
        shows { $0.contains(word) }
    }

    /// Milliseconds from one time to another.
    static func span(_ from: String?, _ to: String?) -> Int64? {
        guard let from = from.flatMap(Timestamp.init(iso8601:)), let to = to.flatMap(Timestamp.init(iso8601:)) else {
            return nil
        }
        return to.milliseconds(since: from)
    }

    /// From the request to the step that the status names, as the table shows it.
    var latency: Int64? {
        let end =
            switch status {
            case "sent": sent
            case "processed": processed
            case "delivered": delivered
            case "bounced": bounced
            case "aborted": aborted
            default: nil as String?
            }
        return Self.span(received, end)
    }
}
