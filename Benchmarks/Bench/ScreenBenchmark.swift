import ArgumentParser
import Foundation
import Logging
import SendtopCore
import SendtopStore

/// Makes large ledgers, and measures what the screen asks of them.

struct ScreenBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Make a ledger of generated sends, and measure how fast the screen's questions are answered.",
        subcommands: [Make.self, Ask.self]
    )

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a ledger of generated sends.")

        @Argument(help: "The ledger's file, which must not be there yet.")
        var path: String

        @Option(help: "How many sends.")
        var sends = 1_000_000

        @Option(help: "Milliseconds from one send to the next.")
        var pace: Int64 = 80

        func run() async throws {
            let ledger = try ScreenBenchmark.open(path, .owner)
            let start = ScreenBenchmark.now.adding(milliseconds: -Int64(sends) * pace)
            var traffic = GeneratedTraffic(start: start, pace: pace)
            for first in stride(from: 0, to: sends, by: 5_000) {
                let events = (first..<min(sends, first + 5_000)).flatMap { traffic.events(of: $0) }
                _ = try await ledger.append(events)
                try await ledger.project()
            }
            await ledger.close()
        }
    }

    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer filters, and print the milliseconds to the first page and to the full count."
        )

        @Argument(help: "The ledger's file.")
        var path: String

        @Argument(help: "Filters; without any, a choice of them.")
        var filters: [String] = [
            "", "status:bounced", "class:full", "code:5.1.*", "campaign:campaign-03", "not status:delivered",
            "lat>60s", "since:2020-01-01", "bounced", "order-10", "user-12", "5.7.1", "zebra", "/zeb+ra/",
            "ext:order-100007",
            "dispatch:00000000",
        ]

        @Option(help: "The order, as a column's name in `RowOrder.Key`.")
        var order: String = RowOrder.Key.arrival.rawValue

        @Option(help: "How far back figures reach, in minutes.")
        var span: Int64 = 60

        func run() async throws {
            let clock = ContinuousClock()
            let begin = clock.now
            let ledger = try ScreenBenchmark.open(path, .looker)
            print("open \(ScreenBenchmark.milliseconds(clock.now - begin)) ms")
            let source = PageSource(ledger: ledger)
            for text in filters {
                let filter = try Filter.parse(text, now: ScreenBenchmark.now)
                var request = PageRequest(filter: filter, limit: 120, reasonsSpan: 900_000)
                request.figuresSpan = span * 60_000
                request.order = RowOrder(RowOrder.Key(rawValue: order) ?? .arrival, isDescending: true)
                let measure = Measure(start: clock.now)
                try await source.load(request, now: ScreenBenchmark.now) { await measure.take($0) }
                print("\(text.isEmpty ? "(all)" : text): \(await measure.text)")
            }
            print("memory \(ScreenBenchmark.memory) kB at most")
            await ledger.close()
        }
    }

    /// The present of every run, so that runs can be compared: 2026-03-14T14:03:27Z.
    static let now = Timestamp(milliseconds: 1_773_497_007_000)

    static func open(_ path: String, _ access: Ledger.Access) throws -> Ledger {
        let logger = Logger(label: "benchmarks") { _ in SwiftLogNoOpLogHandler() }
        return try Ledger.open(path: path, access: access, logger: logger) { reason in
            let verdict = BounceClassifier.verdict(on: reason)
            return (verdict.bounceClass, verdict.code)
        }
    }

    static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }

    /// The most memory that the process had, as the system says.
    private static var memory: String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.map(String.init) ?? "?"
    }
}

/// Notes when pages came.
private actor Measure {
    private let start: ContinuousClock.Instant
    private var first: (Duration, Int)?
    private var filled: Duration?
    private var last: (Duration, Int) = (.zero, 0)

    init(start: ContinuousClock.Instant) {
        self.start = start
    }

    func take(_ page: Page) -> Bool {
        let spent = ContinuousClock.now - start
        if first == nil, !page.rows.isEmpty || page.isSearched { first = (spent, page.rows.count) }
        if filled == nil, page.isSearched { filled = spent }
        last = (spent, page.matching)
        return true
    }

    var text: String {
        let (spent, rows) = first ?? last
        let full = filled ?? last.0
        return """
            first page \(ScreenBenchmark.milliseconds(spent)) ms (\(rows) rows), \
            full \(ScreenBenchmark.milliseconds(full)) ms, \
            counted \(ScreenBenchmark.milliseconds(last.0)) ms (\(last.1))
            """
    }
}
