import Foundation
import SendtopCore
import SendtopUI

/// Sends and events with their fields in the order of the outside contract.
extension ExportRow {
    init(_ row: SendRow) {
        let send = row.send
        var object = JSONObject()
        func put(_ name: String, _ text: String?) {
            object[name] = text.map(JSON.string) ?? .null
        }
        put("dispatch_id", send.dispatchID)
        put("request_id", send.requestID)
        put("status", send.status.rawValue)
        put("campaign_api_id", send.campaignAPIID)
        put("external_send_id", send.externalSendID)
        put("recipient", send.recipient)
        for step in Step.allCases {
            put(step.fieldName, send.times[step]?.iso8601)
        }
        put("reason", send.reason)
        put("class", row.bounceClass?.rawValue)
        put("code", row.code)
        object["contradictory"] = .bool(send.isContradictory)
        object["duplicates"] = .number(JSONNumber(send.duplicates))
        put("first_seen", send.firstSeen.iso8601)
        put("last_seen", send.lastSeen.iso8601)
        self.init(object)
    }

    init(_ event: Event) {
        var object = JSONObject()
        object["seq"] = .number(JSONNumber(event.seq))
        object["at"] = .string(event.at.iso8601)
        object["kind"] = .string(event.kind.rawValue)
        object["dispatch_id"] = event.dispatchID.map(JSON.string) ?? .null
        object["status"] = event.status.map(JSON.string) ?? .null
        object["source"] = event.source.map(JSON.string) ?? .null
        if let text = String(validating: event.body, as: UTF8.self) {
            object["body"] = .string(text)
        } else {
            object["body_base64"] = .string(Data(event.body).base64EncodedString())
        }
        object["request_id"] = event.requestID.map(JSON.string) ?? .null
        object["headers"] = .array(event.headers.map { [.string($0.name), .string($0.value)] })
        self.init(object)
    }

    /// The columns of the sends, in order.
    static let sendColumns = ExportRow(SendRow(id: 0, send: Send(seenAt: Timestamp(milliseconds: 0)))).object.members
        .map { ExportColumn($0.key) }
    /// The columns of the events; a row has one of the two bodies, and headers are no column.
    static let eventColumns = [
        "seq", "at", "kind", "dispatch_id", "status", "source", "body", "body_base64", "request_id",
    ].map { ExportColumn($0) }
}
