import GRDB
import SendtopCore

/// An order of sends as SQL; it is that of `RowOrder.precedes`.
enum OrderSQL {
    /// What sends are put in order by.
    static func key(_ key: RowOrder.Key, _ columns: TextColumns) -> String {
        switch key {
        case .arrival: "id"
        case .status: "min(status, \(StatusSet.known.count))"
        case .latency: FilterSQL.latency
        case .dispatchID: "dispatch_id"
        case .campaign: "(SELECT api_id FROM campaign WHERE campaign.id = send.campaign)"
        case .externalSendID: columns.externalSendID
        case .recipient: columns.recipient
        case .bounceClass: "class"
        case .code: "code"
        case .reason: columns.reason
        case .duplicates: "duplicates"
        case .lastSeen: "last_seen"
        case .requestID: "request_id"
        case .receivedToSent: "(sent_at - received_at)"
        case .sentToProcessed: "(processed_at - sent_at)"
        case .processedToDelivered: "(delivered_at - processed_at)"
        }
    }

    /// For `ORDER BY`, where `place` is the key.
    static func terms(_ order: RowOrder, isReversed: Bool) -> String {
        let direction = order.isDescending != isReversed ? "DESC" : "ASC"
        return isReversed
            ? "place IS NULL DESC, place \(direction), id ASC" : "place IS NULL, place \(direction), id DESC"
    }

    /// The rows that come before a place.
    static func precedes(
        _ place: (value: RowOrder.Value, id: Int64),
        _ order: RowOrder,
        _ columns: TextColumns
    ) -> FilterSQL {
        let key = key(order.key, columns)
        let sign = order.isDescending ? ">" : "<"
        switch place.value {
        case .absent: return FilterSQL("(\(key) IS NOT NULL OR id > ?)", [place.id])
        case .number(let value):
            return FilterSQL("(\(key) \(sign) ? OR \(key) = ? AND id > ?)", [value, value, place.id])
        case .text(let value):
            return FilterSQL("(\(key) \(sign) ? OR \(key) = ? AND id > ?)", [value, value, place.id])
        }
    }

    static func value(_ value: DatabaseValue) -> RowOrder.Value {
        switch value.storage {
        case .int64(let number): .number(number)
        case .string(let text): .text(text)
        case .null, .double, .blob: .absent
        }
    }
}
