import Foundation
import GRDB
public import SendtopCore

extension Ledger {
    /// What the newest of our own requests were composed of.
    ///
    /// - Parameter limit: requests to look at, at most; the index of requests by send finds them.
    /// - Throws: `LedgerError`, or `CancellationError`.
    public func usedValues(among limit: Int = 500) async throws -> UsedValues {
        let events = try await readDerived { db in
            // A send is named for its first event, and that is what a request of ours brought, nearly always.
            let statement = try db.cachedStatement(sql: "SELECT send FROM request ORDER BY send DESC LIMIT ?")
            return try Int64.fetchAll(statement, arguments: [max(0, limit)])
        }
        let bodies = try await readEvents { db in
            let select = try db.cachedStatement(sql: "SELECT kind, body FROM event WHERE seq = ?")
            return try events.compactMap { seq -> [UInt8]? in
                guard let row = try Row.fetchOne(select, arguments: [seq]) else { return nil }
                guard Event.Kind(rawValue: row[0]) != .postback else { return nil }
                let body: Data = row[1]
                return [UInt8](body)
            }
        }
        var used = UsedValues()
        for body in bodies {
            if let record = SendRecord(bytes: body) { used.note(record) }
        }
        return used
    }
}
