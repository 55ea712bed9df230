import SendtopCore
import SendtopStore
import Testing

@Suite struct ProjectionInvarianceTests {
    @Test(
        "The derived tables are the same whatever the batches, and after a rebuild",
        arguments: 0..<12 as Range<UInt64>
    )
    func batches(seed: UInt64) async throws {
        var generator = TrafficGenerator(seed: seed)
        let events = generator.events(sends: 60)
        try await withLedger { whole in
            _ = try await whole.append(events)
            try await whole.project()
            let expected = try whole.derivedDump()
            #expect(expected.count > 100)
            try await withLedger { parts in
                var rest = events[...]
                while !rest.isEmpty {
                    let count = Int.random(in: 1...9, using: &generator.random)
                    _ = try await parts.append(Array(rest.prefix(count)))
                    try await parts.project()
                    rest = rest.dropFirst(count)
                }
                #expect(try parts.derivedDump() == expected)
                try await parts.rebuild()
                #expect(try parts.derivedDump() == expected)
            }
        }
    }

    @Test("Any order of the events makes the same sends", arguments: 0..<12 as Range<UInt64>)
    func order(seed: UInt64) async throws {
        var generator = TrafficGenerator(seed: seed)
        let events = generator.events(sends: 60)
        let expected = try await sends(events)
        let shuffled = try await sends(events.shuffled(using: &generator.random))
        #expect(shuffled == expected)
    }

    @Test("Counts, latencies and reasons are those of the sends", arguments: 0..<6 as Range<UInt64>)
    func counts(seed: UInt64) async throws {
        var generator = TrafficGenerator(seed: seed)
        let events = generator.events(sends: 90)
        try await withLedger { ledger in
            for event in events.prefix(50) { try await ledger.take(event) }
            _ = try await ledger.append(Array(events.dropFirst(50)))
            try await ledger.project()
            let rows = try await ledger.allSends()
            let now = noon.adding(milliseconds: 3_600_000)
            let span: Int64 = 86_400_000
            let page = try await ledger.page(PageRequest(limit: 1, reasonsSpan: span, figuresSpan: span), now: now)
            for status in StatusSet.known {
                let count = rows.filter { $0.send.statuses.contains(status) }.count
                #expect(page.figures.reached[status, default: 0] == count, "\(status)")
                #expect(page.figures.perMinute[status, default: []].reduce(0, +) == count, "\(status)")
            }
            #expect(page.figures.duplicates == rows.reduce(0) { $0 + $1.send.duplicates })
            let bounces = rows.filter { $0.send.statuses.contains(.bounced) }.count
            #expect(page.reasons.reduce(0) { $0 + $1.count } == bounces)
            #expect(page.reasons.map(\.code) == page.reasons.map { $0.example.contains("5.1.1") ? "5.1.1" : "5.1.2" })
            expectLatencies(rows, page.figures)
        }
    }

    private func expectLatencies(_ rows: [SendRow], _ figures: Figures) {
        let spans = rows.compactMap { row -> Int64? in
            guard let from = row.send.times[.received], let to = row.send.times[.sent] else { return nil }
            return row.send.statuses.contains(.sent) && to >= from ? to.milliseconds(since: from) : nil
        }
        let sorted = spans.sorted()
        let median = sorted[(sorted.count + 1) / 2 - 1]
        let share = Double(spans.filter { $0 <= 60_000 }.count) / Double(spans.count)
        #expect(figures.sentWithinMinute == share)
        #expect(abs((figures.sentLatency?.p50 ?? 0) - median) <= median / 50 + 1)
    }

    /// What the sends say, without ids and moments of arrival.
    private func sends(_ events: [Event]) async throws -> Set<[UInt8]> {
        var dumps: Set<[UInt8]> = []
        try await withLedger { ledger in
            _ = try await ledger.append(events)
            try await ledger.project()
            dumps = Set(try await ledger.allSends().map { Array("\($0.send)".utf8) })
            #expect(try await ledger.allSends().count == dumps.count)
        }
        return dumps
    }
}
