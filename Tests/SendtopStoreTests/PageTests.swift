import GRDB
import SendtopCore
import Testing

@testable import SendtopStore

@Suite struct PageTests {
    @Test("The window begins at the newest send, or at the one it was anchored at")
    func window() async throws {
        try await withTen { ledger in
            let newest = try await ledger.page(PageRequest(limit: 3), now: noon)
            #expect(newest.rows.map(\.id) == [10, 9, 8])
            #expect((newest.newer, newest.matching, newest.total) == (0, 10, 10))
            let anchored = try await ledger.page(PageRequest(anchor: .row(5), limit: 3, since: 5), now: noon)
            #expect(anchored.rows.map(\.id) == [5, 4, 3])
            #expect((anchored.newer, anchored.matching, anchored.total) == (5, 10, 10))
            let end = try await ledger.page(PageRequest(anchor: .row(1), limit: 3, since: 1), now: noon)
            #expect(end.rows.map(\.id) == [1])
            #expect(end.newer == 9)
        }
    }

    @Test("A new send and a changed status do not move an anchored window")
    func still() async throws {
        try await withTen { ledger in
            let request = PageRequest(anchor: .row(5), limit: 3, since: 5)
            try await ledger.take(postback("new", "sent"), postback("d4", "delivered"))
            let page = try await ledger.page(request, now: noon)
            #expect(page.rows.map(\.id) == [5, 4, 3])
            #expect(page.rows.first?.send.status == .delivered)
            #expect(page.newer == 6)
        }
    }

    @Test("Sends are counted right across blocks of ids")
    func blocks() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<9_000).map { postback("d\($0)", "sent") })
            try await ledger.project()
            for anchor in [1, 4_095, 4_096, 4_097, 8_999, 9_000] as [Int64] {
                let page = try await ledger.page(PageRequest(limit: 1, since: anchor), now: noon)
                #expect(page.newer == 9_000 - Int(anchor))
            }
        }
    }

    @Test(
        "A word finds sends by any shown text, whatever its case",
        arguments: [
            ("D3", [4]), ("order-7", [8]), ("417220E4", Array(1...10)), ("bounce", [10]), ("aily", [9]),
            ("5.1.1", [10]), ("EXIST", [10]), ("100%", [9]), ("ali_y", []), ("\\", []), ("d3 sent", [4]), ("d3 d4", []),
            ("sent order", Array(1...8)), ("É", [9]), ("deferred", []), ("no-user", [10]),
        ]
    )
    func words(text: String, ids: [Int64]) async throws {
        try await withTen { ledger in
            let page = try await ledger.page(PageRequest(filter: .parse(text, now: noon), limit: 20), now: noon)
            #expect(page.rows.map(\.id) == ids.reversed())
            #expect((page.matching, page.total) == (ids.count, 10))
            #expect(try await ledger.allSends(.parse(text, now: noon)).map(\.id) == ids)
        }
    }

    @Test("Under a filter, the newer ones are those that pass it")
    func newer() async throws {
        try await withTen { ledger in
            let filter = try Filter.parse("sent", now: noon)
            let request = PageRequest(filter: filter, anchor: .row(9), limit: 2, since: 9)
            let page = try await ledger.page(request, now: noon)
            #expect(page.rows.map(\.id) == [8, 7])
            #expect((page.newer, page.matching) == (0, 8))
            let older = try await ledger.page(PageRequest(filter: filter, limit: 2, since: 3), now: noon)
            #expect((older.newer, older.matching) == (5, 8))
        }
    }

    @Test("What came since is counted the same in any order", arguments: RowOrder.Key.allCases)
    func newerInOrder(key: RowOrder.Key) async throws {
        try await withTen { ledger in
            let order = RowOrder(key, isDescending: false)
            let page = try await ledger.page(PageRequest(order: order, limit: 2, since: 6), now: noon)
            #expect((page.newer, page.newest) == (4, 10))
        }
    }

    @Test(
        "A send is found by its dispatch id, by the beginning of one, and by our request id",
        arguments: [("d3", [4]), ("D3", []), ("d", [1, 2]), ("", [1, 2]), ("d1%", []), ("nothing", [])]
            as [(String, [Int64])]
    )
    func named(text: String, ids: [Int64]) async throws {
        try await withTen { ledger in
            let found = try await ledger.ids(named: text)
            #expect(found.sorted() == ids)
        }
    }

    @Test("A cancelled task gets no page")
    func cancelled() async throws {
        try await withTen { ledger in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await ledger.page(PageRequest(limit: 1), now: noon)
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test("The timeline has the newest events of the selected send, in order of arrival")
    func timeline() async throws {
        try await withTen { ledger in
            _ = try await ledger.append((0..<205).map { postback("d2", "sent", ["n": "\($0)"]) })
            try await ledger.project()
            let page = try await ledger.page(PageRequest(limit: 1, selected: 3), now: noon)
            #expect(page.timeline?.row.id == 3)
            #expect(page.timeline?.events.map(\.seq) == Array(16...215))
            #expect(try await ledger.page(PageRequest(limit: 1, selected: 99), now: noon).timeline == nil)
        }
    }

    @Test("A first event stands once in the timeline, also of a ledger that has a link to it")
    func firstEvent() async throws {
        try await withTen { ledger in
            try await ledger.take(postback("d2", "delivered"))
            try await ledger.derived.write { try $0.execute(sql: "INSERT INTO send_event VALUES (3, 3)") }
            for (id, events): (Int64, [Int64]) in [(3, [3, 11]), (4, [4])] {
                let page = try await ledger.page(PageRequest(limit: 1, selected: id), now: noon)
                #expect(page.timeline?.events.map(\.seq) == events)
            }
        }
    }

    @Test("The page says how far the derived tables are behind, and when the last event came")
    func backlog() async throws {
        try await withTen { ledger in
            let late = noon.adding(milliseconds: 77)
            _ = try await ledger.append([postback("x", "sent"), postback("y", "sent", at: late)])
            let page = try await ledger.page(PageRequest(limit: 1), now: noon)
            #expect((page.backlog, page.total) == (2, 10))
            #expect(page.figures.lastPostbackAt == late)
        }
    }

    /// Ten sends: `d0` to `d7` sent, `d8` aborted, `d9` bounced.
    private func withTen(_ body: (Ledger) async throws -> Void) async throws {
        try await withFolder { folder in
            let ledger = try Ledger.open(
                path: folder + "/ledger.sqlite",
                access: .owner,
                logger: silent,
                classify: { ($0.hasPrefix("550") ? .noUser : nil, $0.hasPrefix("550") ? "5.1.1" : nil) }
            )
            let sent = (0..<8).map { postback("d\($0)", "sent", external: "order-\($0)") }
            let ends = [
                postback("d8", "aborted", ["reason": "100% daily limit, désolé"]),
                postback("d9", "bounced", ["reason": "550 5.1.1 does not exist"]),
            ]
            _ = try await ledger.append(sent + ends)
            try await ledger.project()
            try await body(ledger)
            await ledger.close()
        }
    }
}
