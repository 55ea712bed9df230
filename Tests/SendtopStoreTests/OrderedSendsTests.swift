import SendtopCore
import SendtopStore
import Testing

@Suite struct OrderedSendsTests {
    @Test(
        "Every order hands out what the screen shows, masked or not",
        arguments: RowOrder.Key.allCases,
        [true, false]
    )
    func orders(key: RowOrder.Key, isDescending: Bool) async throws {
        try await withLedger { ledger in
            var traffic = TrafficGenerator(seed: 11)
            _ = try await ledger.append(traffic.events(sends: 40))
            try await ledger.project()
            let order = RowOrder(key, isDescending: isDescending)
            for mask in [nil, Mask(key: ledger.maskKey)] {
                for text in ["", "status:bounced", "not d3"] {
                    let filter = try Filter.parse(text, now: noon)
                    let request = PageRequest(filter: filter, order: order, limit: 200)
                    let page = try await ledger.page(request, now: noon, mask: mask)
                    var rows: [SendRow] = []
                    try await ledger.sends(filter: filter, order: order, now: noon, batch: 7, mask: mask) { rows += $0 }
                    #expect(rows == page.rows && !rows.isEmpty)
                }
            }
        }
    }

    @Test("More sends than are put in order at a time come once each, in order")
    func many() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<100_500).map { postback("d\($0)", "sent") })
            try await ledger.project()
            let orders = [
                RowOrder.arrival, RowOrder(.status, isDescending: true), RowOrder(.dispatchID, isDescending: false),
            ]
            for order in orders {
                var rows: [(value: RowOrder.Value, id: Int64)] = []
                try await ledger.sends(filter: .all, order: order, now: noon, batch: 5_000) { batch in
                    rows += batch.map { (order.value(of: $0), $0.id) }
                }
                #expect(Set(rows.map(\.id)).count == 100_500 && rows.count == 100_500)
                #expect(zip(rows, rows.dropFirst()).allSatisfy { order.precedes($0, $1) })
            }
        }
    }
}
