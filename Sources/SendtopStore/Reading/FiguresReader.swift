import Foundation
import GRDB
import SendtopCore

/// Reads from the table of minutes how long the sends of one campaign took.
struct FiguresReader {
    /// What is usual is what was so in the last hour, whatever span the charts show.
    private static let usualSpan: Int64 = 3_600_000

    let db: Database
    let now: Timestamp

    /// How long the sends of a campaign took from the step before to each status that has one.
    func usual(campaign: String) throws -> [SendStatus: Percentiles] {
        var latencies: [SendStatus: Latencies] = [:]
        let statement = try db.cachedStatement(
            sql: """
                SELECT status, latencies FROM minute
                WHERE minute BETWEEN ? AND ? AND campaign = (SELECT id FROM campaign WHERE api_id = ?)
                """
        )
        let span = Span(milliseconds: FiguresReader.usualSpan, now: now)
        let rows = try Row.fetchCursor(statement, arguments: [span.first, span.last, campaign])
        while let row = try rows.next() {
            latencies[StatusCode.status(row[0]), default: Latencies()].add(bytes: [UInt8](row[1] as Data))
        }
        return latencies.compactMapValues(Percentiles.init)
    }
}

extension Percentiles {
    /// `nil` when there are no latencies.
    init?(_ latencies: Latencies) {
        guard let values = latencies.percentiles([0.5, 0.95, 0.99, 1]) else { return nil }
        self.init(p50: values[0], p95: values[1], p99: values[2], longest: values[3], count: latencies.total)
    }
}
