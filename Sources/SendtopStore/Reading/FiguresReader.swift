import Foundation
import GRDB
import SendtopCore

/// Reads counts and latencies of a span from the table of minutes.
struct FiguresReader {
    let db: Database
    let span: Span

    func figures() throws -> Figures {
        var figures = Figures()
        var latencies: [SendStatus: Latencies] = [:]
        var inTime = 0
        let statement = try db.cachedStatement(
            sql: """
                SELECT minute, status, sends, in_time, duplicates, latencies FROM minute WHERE minute BETWEEN ? AND ?
                """
        )
        let rows = try Row.fetchCursor(statement, arguments: [span.first, span.last])
        while let row = try rows.next() {
            let status = StatusCode.status(row[1])
            let sends: Int = row[2]
            if let index = span.index(row[0]), sends > 0 {
                figures.reached[status, default: 0] += sends
                figures.perMinute[status, default: Array(repeating: 0, count: span.count)][index] += sends
            }
            inTime += row[3]
            figures.duplicates += row[4]
            latencies[status, default: Latencies()].add(bytes: [UInt8](row[5] as Data))
        }
        figures.sentLatency = FiguresReader.percentiles(latencies[.sent])
        figures.processedLatency = FiguresReader.percentiles(latencies[.processed])
        figures.deliveredLatency = FiguresReader.percentiles(latencies[.delivered])
        if let measured = latencies[.sent]?.total, measured > 0 {
            figures.sentWithinMinute = Double(inTime) / Double(measured)
        }
        return figures
    }

    /// How long the sends of a campaign took from the step before to each status that has one.
    func usual(campaign: String) throws -> [SendStatus: Percentiles] {
        var latencies: [SendStatus: Latencies] = [:]
        let statement = try db.cachedStatement(
            sql: """
                SELECT status, latencies FROM minute
                WHERE minute BETWEEN ? AND ? AND campaign = (SELECT id FROM campaign WHERE api_id = ?)
                """
        )
        let rows = try Row.fetchCursor(statement, arguments: [span.first, span.last, campaign])
        while let row = try rows.next() {
            latencies[StatusCode.status(row[0]), default: Latencies()].add(bytes: [UInt8](row[1] as Data))
        }
        return latencies.compactMapValues { FiguresReader.percentiles($0) }
    }

    private static func percentiles(_ latencies: Latencies?) -> Percentiles? {
        guard let values = latencies?.percentiles([0.5, 0.95, 0.99]), values.count == 3 else { return nil }
        return Percentiles(p50: values[0], p95: values[1], p99: values[2])
    }
}
