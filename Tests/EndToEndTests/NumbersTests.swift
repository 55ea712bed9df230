import Foundation
import SendtopCore
import SendtopStore
import Testing

extension EndToEnd {
    /// What the screen is told, against what can be computed from the lines of `sendtop export`.
    @Suite("numbers")
    struct NumbersTests {
        private static let sends = 50_000

        @Test("every number of the screen is what the export of 50,000 sends says")
        func numbers() async throws {
            let workspace = try Workspace()
            let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
            let path = workspace.path("numbers.sqlite")
            try await makeLedger(path, now: now)
            let lines = try export(path, workspace)
            let sends = try ExportedSend.all(in: lines)
            #expect(sends.count == Self.sends)
            let ledger = try ManySends.open(path, .looker)
            try await checkFilters(sends, ledger, path, workspace, now)
            try await checkFigures(sends, ledger, now)
            try await checkReasons(sends, ledger, now)
            await ledger.close()
        }

        private func makeLedger(_ path: String, now: Timestamp) async throws {
            let ledger = try ManySends.open(path, .owner)
            var many = ManySends(now: now, seed: 50)
            let events = (0..<Self.sends).flatMap { many.events(of: $0) }
            for start in stride(from: 0, to: events.count, by: 20_000) {
                _ = try await ledger.append(Array(events[start..<min(events.count, start + 20_000)]))
            }
            try await ledger.project()
            await ledger.close()
        }

        private func export(_ path: String, _ workspace: Workspace, filter: String? = nil) throws -> String {
            let arguments = ["export", "sends", "--ledger", path] + (filter.map { ["--filter", $0] } ?? [])
            let run = try Tool.run(Binary.path, arguments, environment: workspace.environment)
            #expect(run.status == 0, "\(run.errors)")
            return run.output
        }

        /// The count of a filter is the number of lines that its export has, and of all lines that it means.
        private func checkFilters(
            _ sends: [ExportedSend],
            _ ledger: Ledger,
            _ path: String,
            _ workspace: Workspace,
            _ now: Timestamp
        ) async throws {
            #expect(try await ledger.page(PageRequest(limit: 1), now: now).total == sends.count)
            for sample in FilterSample.all(now: now) {
                let filter = try Filter.parse(sample.text, now: now)
                let page = try await ledger.page(PageRequest(filter: filter, limit: 1), now: now)
                let meant = sends.count(where: sample.test)
                let exported = try export(path, workspace, filter: sample.text).utf8.count { $0 == 10 }
                #expect(page.matching == meant && exported == meant, "\(sample): \(page.matching) \(exported) \(meant)")
                #expect(page.isCounted && (meant > 0 || sample.text == "zebra"), "\(sample)")
            }
        }

        /// Counts by minute and status, latencies, and the share within a minute, for spans of all lengths.
        private func checkFigures(_ sends: [ExportedSend], _ ledger: Ledger, _ now: Timestamp) async throws {
            let reached = try await Reached(ledger)
            func took(_ status: String, _ span: (ExportedSend) -> Int64?) -> [(minute: Int64, span: Int64)] {
                sends.compactMap { send in
                    guard let minute = reached.minute(send, status), let span = span(send), span >= 0 else {
                        return nil
                    }
                    return (minute, span)
                }
            }
            let sent = took("sent") { ExportedSend.span($0.received, $0.sent) }
            let processed = took("processed") { ExportedSend.span($0.sent, $0.processed) }
            let delivered = took("delivered") { ExportedSend.span($0.processed, $0.delivered) }
            for minutes in [5, 15, 60, 360, 1_440] {
                let request = PageRequest(limit: 1, figuresSpan: Int64(minutes) * 60_000)
                let figures = try await ledger.page(request, now: now).figures
                #expect(figures.minutes == minutes && figures.isWhole)
                let first = now.minute - Int64(minutes) + 1
                #expect(figures.perMinute == reached.perMinute(first...now.minute), "\(minutes)")
                #expect(figures.reached == figures.perMinute.mapValues { $0.reduce(0, +) }, "\(minutes)")
                func exact(_ all: [(minute: Int64, span: Int64)]) -> [Int64] {
                    all.filter { $0.minute >= first }.map(\.span).sorted()
                }
                check(figures.sentLatency, exact(sent))
                check(figures.processedLatency, exact(processed))
                check(figures.deliveredLatency, exact(delivered))
                let measured = exact(sent)
                let share = Double(measured.count { $0 <= 60_000 }) / Double(measured.count)
                #expect(figures.sentWithinMinute == (measured.isEmpty ? nil : share))
            }
            let day = try await ledger.page(PageRequest(limit: 1, figuresSpan: 86_400_000), now: now).figures
            #expect(day.duplicates == sends.reduce(0) { $0 + $1.duplicates } && day.duplicates > 0)
        }

        /// A percentile is that of the exact times, to within the sixtieth that half a bucket is wide.
        private func check(_ percentiles: Percentiles?, _ exact: [Int64]) {
            #expect((percentiles?.count ?? 0) == exact.count)
            guard let percentiles, !exact.isEmpty else { return }
            let shown = [percentiles.p50, percentiles.p95, percentiles.p99, percentiles.longest]
            for (share, value) in zip([0.5, 0.95, 0.99, 1], shown) {
                let expected = exact[max(1, Int((share * Double(exact.count)).rounded(.up))) - 1]
                #expect(abs(value - expected) <= expected / 60 + 1, "\(share): \(value), exactly \(expected)")
            }
        }

        /// The counts of the bounce reasons are those of the sends that bounced or were aborted, by class and code.
        private func checkReasons(_ sends: [ExportedSend], _ ledger: Ledger, _ now: Timestamp) async throws {
            let page = try await ledger.page(PageRequest(limit: 1, reasonsSpan: 86_400_000), now: now)
            struct Meaning: Hashable {
                var status: String
                var bounceClass: String?
                var code: String?
            }
            var shown: [Meaning: Int] = [:]
            for group in page.reasons {
                shown[
                    Meaning(status: group.status.rawValue, bounceClass: group.bounceClass?.rawValue, code: group.code),
                    default: 0
                ] += group.count
            }
            let refused = sends.filter { ["bounced", "aborted"].contains($0.status) }
            let exported = Dictionary(grouping: refused) {
                Meaning(status: $0.status, bounceClass: $0.bounceClass, code: $0.code)
            }
            #expect(shown == exported.mapValues(\.count))
            #expect(page.reasons.count == ManySends.reasonCount)
        }
    }
}

/// When each send was first heard to have each status, from the events as they are exported.
private struct Reached {
    private struct Key: Hashable {
        var name: String
        var status: String
    }

    private var minutes: [Key: Int64] = [:]

    init(_ ledger: Ledger) async throws {
        try await ledger.events(batch: 5_000) { events in
            for event in events {
                guard let name = event.dispatchID ?? event.requestID, let status = event.status else { continue }
                let key = Key(name: name, status: status)
                minutes[key] = min(minutes[key] ?? .max, event.at.minute)
            }
        }
    }

    func minute(_ send: ExportedSend, _ status: String) -> Int64? {
        send.name.flatMap { minutes[Key(name: $0, status: status)] }
    }

    func perMinute(_ range: ClosedRange<Int64>) -> [SendStatus: [Int]] {
        var counts: [String: [Int]] = [:]
        for (key, minute) in minutes where range.contains(minute) {
            counts[key.status, default: Array(repeating: 0, count: range.count)][Int(minute - range.lowerBound)] += 1
        }
        let named = counts.map { (StatusSet.known.contains(SendStatus(rawValue: $0)) ? $0 : "unknown", $1) }
        return Dictionary(uniqueKeysWithValues: named.map { (SendStatus(rawValue: $0), $1) })
    }
}
