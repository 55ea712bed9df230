import GRDB
import SendtopCore

/// Reads the events of a damaged file in order, and past what cannot be read of them.
///
/// Numbers have no gaps, so behind a broken place each is tried: whatever lies between two broken pages is found.
struct DamagedEvents: Sendable {
    /// Events that are read at once, and bytes of their bodies.
    private static let batch = 500
    private static let byteLimit = 8 << 20
    /// Numbers that are tried one after the other before somebody else has the file.
    private static let tries = 1_000
    /// Numbers that are tried behind the last one that is known of, where the last page cannot be read.
    private static let reach: Int64 = 1 << 18
    /// Bytes that an event takes at the least: a larger number than the file has room for is none.
    private static let leastBytes: Int64 = 32
    /// No ledger has as many events, whatever a broken page says.
    private static let limit: Int64 = 1 << 48

    /// The first and the last that were read, and how many.
    private(set) var first: Int64 = 0
    private(set) var last: Int64 = 0
    private(set) var count = 0
    /// The last number that was read or given up.
    private var cursor: Int64 = 0
    /// What retention has given up.
    private let pruned: Int64
    /// The last number there is; `nil` where the last page is broken.
    private let end: Int64?
    /// The last number that somebody has seen.
    private let seen: Int64
    private let largest: Int64

    /// - Parameters:
    ///   - bytes: the file's size, its log included.
    ///   - shown: the last event that the derived tables show; 0 when they do not say.
    init(_ db: Database, bytes: Int64, shown: Int64) throws {
        let through = try DamagedEvents.number(db, "SELECT through FROM retention", upTo: DamagedEvents.limit)
        pruned = through ?? 0
        largest = through.map { $0 + bytes / DamagedEvents.leastBytes } ?? DamagedEvents.limit
        end = try DamagedEvents.number(db, "SELECT max(seq) FROM event", upTo: largest)
        seen = end ?? max(0, min(shown, largest))
    }

    /// Numbers that should be there, and could not be read.
    var missing: Int64 {
        let begin = count > 0 ? min(first, pruned + 1) : pruned + 1
        return max(0, max(seen, last) - begin + 1 - Int64(count))
    }

    /// The next events that can be read, none while there are none for long; `nil` at the end.
    ///
    /// - Throws: `DatabaseError` when the file cannot be read at all, or for the moment.
    mutating func next(_ db: Database) throws -> [Event]? {
        // From the next number on, not behind the last: the page that holds the last may be the broken one.
        let select = try db.cachedStatement(
            sql: "SELECT \(EventRow.columns) FROM event WHERE seq >= ? ORDER BY seq LIMIT \(DamagedEvents.batch)"
        )
        var events: [Event] = []
        for _ in 0..<DamagedEvents.tries {
            do {
                try read(select, &events)
                return events.isEmpty ? nil : events
            } catch let error as DatabaseError where DamagedEvents.isDamage(error) {
                guard events.isEmpty else { return events }
                cursor = max(cursor + 1, pruned)
                if cursor >= end ?? min(largest, max(seen, last) + DamagedEvents.reach) { return nil }
            }
        }
        return []
    }

    private mutating func read(_ select: Statement, _ events: inout [Event]) throws {
        var bytes = 0
        try RowQuery(select).forEach([cursor + 1]) { row in
            let event = EventRow.event(&row)
            // A row that was hit itself may say anything.
            guard event.seq > cursor, event.seq <= largest, !event.kind.rawValue.isEmpty else { return true }
            cursor = event.seq
            last = event.seq
            if count == 0 { first = event.seq }
            count += 1
            events.append(event)
            bytes += event.body.count
            return bytes < DamagedEvents.byteLimit
        }
    }

    /// A number; `nil` where the page that holds it cannot be read, or says what cannot be.
    private static func number(_ db: Database, _ sql: String, upTo limit: Int64) throws -> Int64? {
        do {
            let number = try Int64.fetchOne(db, sql: sql) ?? 0
            return (0...limit).contains(number) ? number : nil
        } catch let error as DatabaseError where isDamage(error) {
            return nil
        }
    }

    /// Whether it is the file or its disk, and not the moment.
    static func isDamage(_ error: DatabaseError) -> Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR].contains(error.resultCode)
    }
}
