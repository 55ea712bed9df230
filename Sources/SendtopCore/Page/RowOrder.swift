/// In which order rows are shown.
public struct RowOrder: Sendable, Hashable {
    /// What sends are put in order by.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        /// When the ledger first heard of the send.
        case arrival
        case status
        case latency
        case dispatchID
        case campaign
        case externalSendID
        case recipient
        case bounceClass
        case code
        case reason
        case duplicates
        case lastSeen
        case requestID
        case receivedToSent
        case sentToProcessed
        case processedToDelivered
    }

    /// What a send is put in order by; a send without it comes last, whatever the direction.
    public enum Value: Sendable, Hashable {
        case absent
        case number(Int64)
        /// Compares by its UTF-8 bytes.
        case text(String)
    }

    public var key: Key
    public var isDescending: Bool

    public init(_ key: Key, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }

    /// New sends on top, where they stay while their status changes.
    public static let arrival = RowOrder(.arrival, isDescending: true)

    /// What a row is put in order by.
    public func value(of row: SendRow) -> Value {
        func text(_ text: String?) -> Value { text.map(Value.text) ?? .absent }
        let send = row.send
        switch key {
        case .arrival: return .number(row.id)
        case .status: return .number(Int64(StatusSet.bit(of: send.status) ?? StatusSet.known.count))
        case .latency: return send.latency.map(Value.number) ?? .absent
        case .dispatchID: return text(send.dispatchID)
        case .campaign: return text(send.campaignAPIID)
        case .externalSendID: return text(send.externalSendID)
        case .recipient: return text(send.recipient)
        case .bounceClass: return text(row.bounceClass?.rawValue)
        case .code: return text(row.code)
        case .reason: return text(send.reason)
        case .duplicates: return .number(Int64(send.duplicates))
        case .lastSeen: return .number(send.lastSeen.milliseconds)
        case .requestID: return text(send.requestID)
        case .receivedToSent: return span(send, .received, .sent)
        case .sentToProcessed: return span(send, .sent, .processed)
        case .processedToDelivered: return span(send, .processed, .delivered)
        }
    }

    private func span(_ send: Send, _ first: Step, _ last: Step) -> Value {
        send.milliseconds(from: first, to: last).map(Value.number) ?? .absent
    }

    /// Whether one row comes before another; of equal ones the newer comes first.
    public func precedes(_ left: (value: Value, id: Int64), _ right: (value: Value, id: Int64)) -> Bool {
        switch (left.value, right.value) {
        case (.number(let one), .number(let other)) where one != other:
            return isDescending ? one > other : one < other
        // Texts that differ in normalization alone are equal to `==`, but not to the ledger.
        case (.text(let one), .text(let other)) where !one.utf8.elementsEqual(other.utf8):
            return isDescending ? other.precedes(one) : one.precedes(other)
        case (.absent, .number), (.absent, .text), (.text, .number): return false
        case (.number, .absent), (.text, .absent), (.number, .text): return true
        case (.absent, .absent), (.number, .number), (.text, .text): return left.id > right.id
        }
    }
}
