import GRDB
import SendtopCore

/// How an event is written to its row, and read from it.
enum EventRow {
    /// What the derived tables need of an event.
    static let factColumns = "seq, at, kind, dispatch_id, request_id, status, body"
    static let columns = factColumns + ", source, headers"

    static let insert = """
        INSERT INTO event (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Gives an event its number, makes it fit to be stored, and binds it where it is: to copy it would be to count
    /// each of its texts.
    static func bind(_ event: inout Event, as seq: Int64, _ texts: HeaderTexts, _ row: inout RowBinder) {
        number(&event, seq)
        row.bind(event.seq)
        row.bind(event.at.milliseconds)
        row.bind(event.kind.rawValue)
        row.bind(event.dispatchID)
        row.bind(event.requestID)
        row.bind(event.status)
        row.bind(event.body)
        row.bind(event.source)
        row.bind(texts.text(of: event.headers))
        // The derived tables know nothing of headers, and what waits for them is better small.
        event.headers = []
    }

    private static func number(_ event: inout Event, _ seq: Int64) {
        event.seq = seq
        event.dispatchID = event.dispatchID.key
        event.requestID = event.requestID.key
        event.status = event.status.map(Identifier.storable)
        event.source = event.source.map(Identifier.storable)
    }

    /// An event from a row of `factColumns`, without source and headers.
    static func facts(_ row: inout RowReader) -> Event {
        Event(
            seq: row.integer(),
            at: Timestamp(milliseconds: row.integer()),
            kind: Event.Kind(rawValue: row.textOrNil() ?? ""),
            dispatchID: row.textOrNil(),
            requestID: row.textOrNil(),
            status: row.textOrNil(),
            body: row.bytes()
        )
    }

    /// The events of sequence numbers, in their order; those that are gone are left out.
    static func events(_ numbers: [Int64], _ db: Database) throws -> [Event] {
        let select = try db.cachedStatement(sql: "SELECT \(columns) FROM event WHERE seq = ?")
        return try numbers.compactMap { try RowQuery(select).first([$0], event) }
    }

    /// An event from a row of `columns`.
    static func event(_ row: inout RowReader) -> Event {
        var event = facts(&row)
        event.source = row.textOrNil()
        event.headers = HeaderText.headers(row.bytes())
        return event
    }
}

extension String? {
    /// An identifier fit to be a key: absent when empty.
    fileprivate var key: String? {
        guard let self, !self.isEmpty else { return nil }
        return Identifier.storable(self)
    }
}
