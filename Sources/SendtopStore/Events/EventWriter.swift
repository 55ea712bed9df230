import CStore
import GRDB
import SendtopCore

/// Writes groups of events, each group in one transaction; its statements are prepared once for all groups.
///
/// To be used where its connection is, and to be given up before that is closed.
final class EventWriter {
    /// The largest number that an event has; far more than ever come, and so far from the end that none is counted past it.
    private static let largest: Int64 = 1 << 62

    private let db: Database
    private let file: OpenedFile
    private let begin: RowStatement
    private let commit: RowStatement
    private let last: RowStatement
    private let insert: RowStatement
    private let texts = HeaderTexts()

    init(_ db: Database, of file: OpenedFile) throws {
        self.db = db
        self.file = file
        begin = try RowStatement(db, "BEGIN IMMEDIATE")
        commit = try RowStatement(db, "COMMIT")
        last = try RowStatement(db, "SELECT max(seq) FROM event")
        insert = try RowStatement(db, EventRow.insert)
    }

    /// Numbers the events, which follow the newest one, and makes them durable.
    ///
    /// - Returns: the numbers of each request's events.
    /// - Throws: what keeps them from being durable, such as `replaced`; then none of them is written.
    func write(_ requests: inout [[Event]]) throws -> [Range<Int64>] {
        // Its own numbers are in turn: to have a trigger look at each of them costs as much as the insert.
        sendtop_use_triggers(db.sqliteConnection, false)
        var numbers: [Range<Int64>] = []
        numbers.reserveCapacity(requests.count)
        try inTransaction {
            var seq = try last.integer { _ in } ?? 0
            guard 0...EventWriter.largest ~= seq else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(seq) cannot be the last one")
            }
            for request in requests.indices {
                let first = seq + 1
                for place in requests[request].indices {
                    seq += 1
                    try insert.run { EventRow.bind(&requests[request][place], as: seq, texts, &$0) }
                }
                numbers.append(first..<seq + 1)
            }
            try file.verify()
        }
        return numbers
    }

    /// Does something in a transaction, whose ends are statements that are prepared too: it holds a few events, and
    /// for those GRDB's own look at its statements would cost as much as running them.
    private func inTransaction(_ body: () throws -> Void) throws {
        try begin.run()
        do {
            try body()
            try commit.run()
        } catch {
            // Some faults have ended it already.
            if db.isInsideTransaction { try? db.rollback() }
            throw error
        }
    }
}
