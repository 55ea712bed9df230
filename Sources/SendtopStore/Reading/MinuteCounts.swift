import Foundation
import GRDB
import SendtopCore

/// Counts and latencies of each minute of a span: what is read once is read anew only where something changed, so that
/// a day costs no more at each look than the running minute does.
struct MinuteCounts: Sendable {
    /// A minute as the ledger had it, all campaigns together.
    private struct Entry: Sendable {
        /// The last event that changed something of it.
        var seq: Int64
        var rows: [StatusRow] = []
    }

    private struct StatusRow: Sendable {
        var status: Int64
        var sends = 0
        var inTime = 0
        var duplicates = 0
        /// The bytes of `Latencies`.
        var latencies: [UInt8] = []
    }

    /// Minutes of which a few hundred rows may be read before the time is looked at.
    private static let stride = 4

    private var span: Span
    private var entries: [Int64: Entry] = [:]
    /// The sums over all entries, by status.
    private var latencies: [Int64: Latencies] = [:]
    private var inTime = 0
    private var duplicates = 0
    /// The minutes that are still to be read, and what is to be noted with them, the newest last.
    private var stale: [(minute: Int64, seq: Int64)] = []

    init(_ span: Span) {
        self.span = span
    }

    /// Whether the whole span was read.
    var isWhole: Bool {
        stale.isEmpty
    }

    /// Goes on to a span, keeps what is known of its minutes, and reads those that changed, newest first.
    ///
    /// What is not read by the deadline is left for the next call.
    mutating func refresh(_ span: Span, _ db: Database, until deadline: ContinuousClock.Instant) throws {
        self.span = span
        for minute in entries.keys where span.index(minute) == nil { drop(minute) }
        try findStale(db)
        var count = 0
        while let next = stale.last {
            try read(next.minute, next.seq, db)
            stale.removeLast()
            count += 1
            if count % MinuteCounts.stride == 0, ContinuousClock.now >= deadline { return }
        }
    }

    private mutating func findStale(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT minute, seq FROM minute_change WHERE minute BETWEEN ? AND ? ORDER BY minute"
        )
        let rows = try Row.fetchCursor(statement, arguments: [span.first, span.last])
        stale = []
        var known = 0
        while let row = try rows.next() {
            let (minute, seq): (Int64, Int64) = (row[0], row[1])
            let entry = entries[minute]
            if entry != nil { known += 1 }
            if entry?.seq != seq { stale.append((minute, seq)) }
        }
        guard known < entries.count else { return }
        // Retention, or a rebuild, took minutes away: they are few, and it is rare.
        entries = [:]
        (latencies, inTime, duplicates) = ([:], 0, 0)
        try findStale(db)
    }

    private mutating func read(_ minute: Int64, _ seq: Int64, _ db: Database) throws {
        drop(minute)
        var sums: [Int64: (row: StatusRow, latencies: Latencies)] = [:]
        let statement = try db.cachedStatement(
            sql: "SELECT status, sends, in_time, duplicates, latencies FROM minute WHERE minute = ?"
        )
        let rows = try Row.fetchCursor(statement, arguments: [minute])
        while let row = try rows.next() {
            let status: Int64 = row[0]
            var sum = sums[status] ?? (StatusRow(status: status), Latencies())
            sum.row.sends += row.count(1)
            sum.row.inTime += row.count(2)
            sum.row.duplicates += row.count(3)
            sum.latencies.add(bytes: [UInt8](row[4] as Data))
            sums[status] = sum
        }
        var entry = Entry(seq: seq)
        for (status, sum) in sums {
            var row = sum.row
            row.latencies = sum.latencies.bytes
            entry.rows.append(row)
            inTime += row.inTime
            duplicates += row.duplicates
            latencies[status, default: Latencies()].add(bytes: row.latencies)
        }
        entries[minute] = entry
    }

    private mutating func drop(_ minute: Int64) {
        guard let entry = entries.removeValue(forKey: minute) else { return }
        for row in entry.rows {
            inTime -= row.inTime
            duplicates -= row.duplicates
            latencies[row.status, default: Latencies()].remove(bytes: row.latencies)
        }
    }

    /// The figures of what was read.
    var figures: Figures {
        var figures = Figures(
            start: Timestamp(milliseconds: span.first * 60_000),
            minutes: span.count,
            isWhole: isWhole
        )
        for (minute, entry) in entries {
            guard let index = span.index(minute) else { continue }
            for row in entry.rows where row.sends > 0 {
                let status = StatusCode.status(row.status)
                figures.reached[status, default: 0] += row.sends
                figures.perMinute[status, default: Array(repeating: 0, count: span.count)][index] += row.sends
            }
        }
        figures.duplicates = duplicates
        figures.sentLatency = percentiles(of: .sent)
        figures.processedLatency = percentiles(of: .processed)
        figures.deliveredLatency = percentiles(of: .delivered)
        if let measured = figures.sentLatency?.count { figures.sentWithinMinute = Double(inTime) / Double(measured) }
        return figures
    }

    private func percentiles(of status: SendStatus) -> Percentiles? {
        latencies[StatusCode.code(of: status)].flatMap(Percentiles.init)
    }
}
