import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

/// What is remembered of minutes, against what is read anew.
@Suite struct MinuteCountsTests {
    private let request = PageRequest(limit: 1, figuresSpan: 6 * 60_000)

    @Test("What was read stays right while sends come, old ones change, and the span moves on")
    func changes() async throws {
        var generator = TrafficGenerator(seed: 11)
        let events = generator.events(sends: 120)
        try await withLedger { ledger in
            let source = PageSource(ledger: ledger)
            for (index, start) in stride(from: 0, to: events.count, by: 15).enumerated() {
                _ = try await ledger.append(Array(events[start..<min(events.count, start + 15)]))
                try await ledger.project()
                let now = noon.adding(milliseconds: Int64(index) * 20_000)
                try await expectSame(source, ledger, now)
            }
        }
    }

    @Test("A rebuild, and what retention takes, are seen")
    func taken() async throws {
        var generator = TrafficGenerator(seed: 12)
        try await withLedger { ledger in
            _ = try await ledger.append(generator.events(sends: 60))
            try await ledger.project()
            let source = PageSource(ledger: ledger)
            let now = noon.adding(milliseconds: 300_000)
            try await expectSame(source, ledger, now)
            try await ledger.rebuild()
            try await expectSame(source, ledger, now)
            _ = try await ledger.prune(Retention(sendAge: 120_000), now: now)
            try await expectSame(source, ledger, now)
        }
    }

    @Test("A day is read in pieces, the newest minutes first, and a second look reads what changed alone")
    func pieces() async throws {
        try await withLedger { ledger in
            let events = (0..<200).map { index in
                postback("d\(index)", "sent", at: noon.adding(milliseconds: Int64(-index) * 60_000))
            }
            _ = try await ledger.append(events)
            try await ledger.project()
            try await ledger.derived.read { db in
                let span = Span(milliseconds: 86_400_000, now: noon)
                var counts = MinuteCounts(span)
                try counts.refresh(span, db, until: .now)
                #expect(!counts.isWhole && counts.figures.perMinute[.sent]?.last == 1)
                var looks = 1
                while !counts.isWhole {
                    try counts.refresh(span, db, until: .now)
                    looks += 1
                }
                #expect(looks > 5 && counts.figures.reached == [.sent: 200])
                try counts.refresh(span, db, until: .now)
                #expect(counts.isWhole)
            }
        }
    }

    private func expectSame(_ source: PageSource, _ ledger: Ledger, _ now: Timestamp) async throws {
        let last = Newest()
        try await source.load(request, now: now) { await last.take($0.figures) }
        let fresh = try await ledger.page(request, now: now).figures
        #expect(await last.figures == fresh)
    }

    private actor Newest {
        private(set) var figures: Figures?

        func take(_ figures: Figures) -> Bool {
            self.figures = figures
            return true
        }
    }
}
