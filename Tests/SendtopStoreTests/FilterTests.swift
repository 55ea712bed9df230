import SendtopCore
import SendtopStore
import Testing

/// What the ledger answers to a filter, against what `Filter.matches` says of each send.
@Suite struct FilterTests {
    private static let now = noon.adding(milliseconds: 600_000)

    @Test(
        "The ledger answers a filter with the sends that pass it, whatever the filter and the sends",
        arguments: 1...6
    )
    func agreement(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        try await withGenerated(sends: 300, seed: UInt64(seed)) { ledger, all in
            for _ in 0..<60 {
                let text = FilterGenerator.text(depth: 3, using: &random)
                let filter = try Filter.parse(text, now: Self.now, campaigns: ["c2": "password-reset"])
                let expected = all.filter { filter.matches($0, now: Self.now) }.map(\.id)
                let page = try await ledger.page(PageRequest(filter: filter, limit: 1_000), now: Self.now)
                #expect(page.rows.map(\.id) == expected.reversed(), "\(text)")
                #expect(page.matching == expected.count && page.isCounted && page.isSearched, "\(text)")
                var exported: [Int64] = []
                try await ledger.sends(filter: filter, now: Self.now, batch: 50) { exported += $0.map(\.id) }
                #expect(exported == expected, "\(text)")
            }
        }
    }

    @Test("Every field and comparison, and its contrary, divides the sends in two", arguments: FilterGenerator.terms)
    func contrary(term: String) async throws {
        try await withGenerated(sends: 120, seed: 7) { ledger, all in
            let filters = try [term, "not (\(term))"].map { try Filter.parse($0, now: Self.now) }
            var counts: [Int] = []
            for filter in filters {
                let page = try await ledger.page(PageRequest(filter: filter, limit: 0), now: Self.now)
                #expect(page.matching == all.count { filter.matches($0, now: Self.now) })
                counts.append(page.matching)
            }
            #expect(counts.reduce(0, +) == all.count)
        }
    }

    @Test("A window of any order has the rows that sorting all of them would give", arguments: RowOrder.Key.allCases)
    func order(key: RowOrder.Key) async throws {
        try await withGenerated(sends: 300, seed: 11) { ledger, all in
            for isDescending in [true, false] {
                let order = RowOrder(key, isDescending: isDescending)
                let sorted = all.sorted { order.precedes((order.value(of: $0), $0.id), (order.value(of: $1), $1.id)) }
                var request = PageRequest(order: order, limit: 40)
                let first = try await ledger.page(request, now: Self.now)
                #expect(first.rows.map(\.id) == sorted.prefix(40).map(\.id))
                #expect(first.isFirst)
                request.above = 15
                for index in [3, 100, sorted.count - 2] {
                    request.anchor = .row(sorted[index].id)
                    let page = try await ledger.page(request, now: Self.now)
                    #expect(page.rows.map(\.id) == sorted[max(0, index - 15)..<min(sorted.count, index + 40)].map(\.id))
                    #expect(page.isFirst == (index < 15))
                }
                request.anchor = .row(.min)
                let last = try await ledger.page(request, now: Self.now)
                #expect(last.rows.map(\.id) == sorted.suffix(55).map(\.id))
            }
        }
    }

    @Test("A filter of a thousand words is answered, too")
    func manyWords() async throws {
        try await withGenerated(sends: 20, seed: 3) { ledger, all in
            let filter = try Filter.parse(String(repeating: "d ", count: 1_000), now: Self.now)
            let page = try await ledger.page(PageRequest(filter: filter, limit: 100), now: Self.now)
            #expect(page.matching == all.count { filter.matches($0, now: Self.now) })
        }
    }

    private func withGenerated(
        sends: Int,
        seed: UInt64,
        _ body: (Ledger, [SendRow]) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let ledger = try Ledger.open(path: folder + "/ledger.sqlite", access: .owner, logger: silent) { reason in
                let verdict = BounceClassifier.verdict(on: reason)
                return (verdict.bounceClass, verdict.code)
            }
            var traffic = TrafficGenerator(seed: seed)
            _ = try await ledger.append(traffic.events(sends: sends))
            try await ledger.project()
            try await body(ledger, ledger.allSends())
            await ledger.close()
        }
    }
}
