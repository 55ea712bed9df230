import SendtopCore
import SendtopStore
import Testing

@Suite struct PageSourceTests {
    @Test("What was counted stays right while statuses change, sends come, and sends become old")
    func recount() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<6_000).map { postback("d\($0)", "sent", at: at($0)) })
            try await ledger.project()
            let source = PageSource(ledger: ledger)
            for text in ["status:bounced", "not status:bounced", "age<40m", "d5 age>20m"] {
                let filter = try Filter.parse(text, now: noon)
                for step in 0..<4 {
                    let now = at(6_000 + step * 700)
                    try await ledger.take(
                        postback("d\(step * 1_900)", "bounced", ["reason": text], at: at(6_000)),
                        postback("\(text)\(step)", "bounced", at: now)
                    )
                    let all = try await ledger.allSends()
                    let pages = try await answer(source, PageRequest(filter: filter, limit: 20), now)
                    let matching = all.filter { filter.matches($0, now: now) }
                    #expect(pages.last?.matching == matching.count, "\(text)")
                    #expect(pages.last?.rows.map(\.id) == matching.suffix(20).reversed().map(\.id))
                    #expect(pages.last?.isCounted == true && pages.last?.total == all.count)
                }
            }
        }
    }

    @Test(
        "What was first heard of when is counted right across blocks of ids, also when the clock steps",
        arguments: [
            "age<70s", "age>=70s", "age<1s", "age>10h", "since:2020-08-31", "since:2020-09-01", "not age<70s",
            "age<70s status:sent", "age>70s or status:bounced", "age>30s age<90s",
        ]
    )
    func times(text: String) async throws {
        try await withLedger { ledger in
            // Three blocks; in the second one, the clock is set back for a while.
            let events = (0..<9_000).map { number in
                let step: Int64 = (5_000..<6_000).contains(number) ? -40_000 : 0
                let at = noon.adding(milliseconds: Int64(number) * 10 + step)
                return postback("d\(number)", number % 100 == 0 ? "bounced" : "sent", at: at)
            }
            _ = try await ledger.append(events)
            try await ledger.project()
            let all = try await ledger.allSends()
            let source = PageSource(ledger: ledger)
            let filter = try Filter.parse(text, now: noon)
            for later in [0, 60_000, 100_000, 160_000] as [Int64] {
                let now = noon.adding(milliseconds: later)
                let page = try await answer(source, PageRequest(filter: filter, limit: 5), now).last
                let expected = all.filter { filter.matches($0, now: now) }.map(\.id)
                #expect(page?.rows.map(\.id) == expected.reversed().prefix(5).map { $0 }, "\(later)")
                #expect(page?.matching == expected.count, "\(later)")
            }
        }
    }

    @Test("Nothing that a page shows so far is too much, and what is given up goes on with the next request")
    func interrupted() async throws {
        try await withLedger { ledger in
            _ = try await ledger.append((0..<20_000).map { postback("d\($0)", "sent", at: at($0)) })
            try await ledger.project()
            let source = PageSource(ledger: ledger)
            let request = PageRequest(filter: try .parse("/9+$/ or zebra", now: noon), limit: 30)
            let expected = try await ledger.allSends().filter { request.filter.matches($0, now: noon) }
            for _ in 0..<1_000 {
                let box = Pages()
                try await source.load(request, now: noon) { page in
                    await box.take(page)
                    return false
                }
                let pages = await box.pages
                #expect(pages.count == 1)
                let page = try #require(pages.first)
                #expect(page.matching <= expected.count)
                guard page.isCounted else { continue }
                #expect(page.matching == expected.count)
                #expect(page.rows.map(\.id) == expected.suffix(30).reversed().map(\.id))
                return
            }
            Issue.record("the search never came to its end")
        }
    }

    private func at(_ number: Int) -> Timestamp {
        noon.adding(milliseconds: Int64(number) * 500)
    }

    private func answer(_ source: PageSource, _ request: PageRequest, _ now: Timestamp) async throws -> [Page] {
        let box = Pages()
        try await source.load(request, now: now) { page in
            await box.take(page)
            return true
        }
        return await box.pages
    }
}

/// Pages as they came.
private actor Pages {
    private(set) var pages: [Page] = []

    func take(_ page: Page) {
        pages.append(page)
    }
}
