import Foundation
import GRDB
public import SendtopCore

extension Ledger {
    /// The send of a request of ours, as the derived tables have it now.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func send(requestID: String) async throws -> SendRow? {
        try await readDerived { db in
            let reader = PageReader(db)
            return try reader.found(request: requestID).flatMap { try reader.row($0) }
        }
    }

    /// The rows' ids of the sends that an id names: a dispatch id or the beginning of one, or our own request id; two
    /// at most, since what names several names none.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func ids(named text: String) async throws -> [Int64] {
        try await readDerived { db in
            let exact = try db.cachedStatement(sql: "SELECT id FROM send WHERE dispatch_id = ?")
            if let id = try Int64.fetchOne(exact, arguments: [text]) { return [id] }
            if let id = try PageReader(db).found(request: text) { return [id] }
            // Texts compare by their bytes: what begins with the text is up to the text and the last character.
            let statement = try db.cachedStatement(
                sql: """
                    SELECT id FROM send WHERE dispatch_id IS NOT NULL AND dispatch_id > ? AND dispatch_id < ?
                    ORDER BY dispatch_id LIMIT 2
                    """
            )
            return try Int64.fetchAll(statement, arguments: [text, text + "\u{10FFFF}"])
        }
    }

    /// The send of a dispatch, as the derived tables have it now.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func send(dispatchID: String) async throws -> SendRow? {
        try await readDerived { db in
            let statement = try db.cachedStatement(sql: StoredSend.select + " WHERE send.dispatch_id = ?")
            return try RowQuery(statement).first([dispatchID]) { SendRow(StoredSend(&$0)) }
        }
    }

    /// The events without the people in them; whom a postback is about only its send says.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func masked(_ events: [Event], by mask: Mask) async throws -> [Event] {
        let recipients = try await readDerived { db in
            let byDispatch = try db.cachedStatement(sql: "SELECT recipient FROM send WHERE dispatch_id = ?")
            let byRequest = try db.cachedStatement(
                sql: "SELECT recipient FROM request JOIN send ON send.id = request.send WHERE request.request_id = ?"
            )
            return try events.map { event in
                let named = try event.dispatchID.flatMap { try String.fetchOne(byDispatch, arguments: [$0]) }
                return try named ?? event.requestID.flatMap { try String.fetchOne(byRequest, arguments: [$0]) }
            }
        }
        return zip(events, recipients).map { event, recipient in
            let recipient = recipient ?? SendFacts(event).recipient
            return mask.event(event, of: mask.person(recipient, values: mask.values(in: [event])))
        }
    }

    /// The newest sends of one person that were first heard of since a moment, newest first.
    ///
    /// Looks at the newest `limit` sends of the ledger at most.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func sends(to recipient: String, since: Timestamp, among limit: Int = 10_000) async throws -> [SendRow] {
        try await readDerived { db in
            let statement = try db.cachedStatement(
                sql: """
                    \(StoredSend.select) WHERE send.recipient = ? AND send.first_seen >= ?
                    AND send.id > (SELECT ifnull(max(id), 0) FROM send) - ? ORDER BY send.id DESC
                    """
            )
            return try RowQuery(statement).all([recipient, since.milliseconds, limit]) { SendRow(StoredSend(&$0)) }
        }
    }

    /// The newest events of a send, as many as a timeline shows, in order of arrival.
    ///
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func events(of send: SendRow) async throws -> [Event] {
        let numbers = try await readDerived { try PageReader($0).events(of: send.id) }
        return try await readEvents { try EventRow.events(numbers, $0) }
    }

    /// Whether a process, this one or another, takes postbacks in for the ledger.
    public var hasOwner: Bool {
        owner != nil
    }

    /// The process that takes postbacks in for the ledger, this one or another; `nil` when none does.
    public var owner: Owner? {
        access == .owner ? Owner(process: getpid()) : OwnerLock.holder(of: LedgerFiles(path: path))
    }

    /// The process that owns a ledger.
    public struct Owner: Sendable, Hashable {
        /// Its id, when known.
        public var process: Int32?

        public init(process: Int32?) {
            self.process = process
        }
    }
}

extension Ledger {
    /// The process that takes postbacks in: the one now, and each time it changes; `nil` while there is none. A slow
    /// reader sees only the newest.
    public func owners() -> AsyncStream<Owner?> {
        let (stream, continuation) = AsyncStream.makeStream(of: Owner?.self, bufferingPolicy: .bufferingNewest(1))
        let watch = OwnerWatch(LedgerFiles(path: path)) { [weak self] in
            if let self { continuation.yield(self.owner) }
        }
        continuation.onTermination = { _ in withExtendedLifetime(watch) {} }
        continuation.yield(owner)
        return stream
    }
}
