import GRDB
public import SendtopCore

extension Ledger {
    /// Answers what the screen wants to know, once it is complete; a screen uses a `PageSource`.
    ///
    /// - Parameters:
    ///   - now: where the spans of figures and reasons end, and from where ages count.
    ///   - mask: what a masked screen is seen through.
    /// - Throws: `LedgerError`, or `CancellationError` as soon as the task is cancelled.
    public func page(_ request: PageRequest, now: Timestamp, mask: Mask? = nil) async throws -> Page {
        var progress = PageProgress(
            request,
            try await frame(of: request, now: now, mask: mask),
            BlockCounts(request.filter),
            MinuteCounts(Span(milliseconds: request.figuresSpan, now: now)),
            now: now,
            mask: mask
        )
        repeat {
            progress = try await advance(progress)
        } while !progress.isComplete
        return progress.page
    }

    /// Does a piece of the work for a page.
    func advance(_ progress: PageProgress) async throws -> PageProgress {
        try await readDerived { db in
            var progress = progress
            try progress.advance(db)
            return progress
        }
    }

    /// What a page holds beside the rows, their count and the figures.
    func frame(of request: PageRequest, now: Timestamp, mask: Mask?) async throws -> Page {
        let (page, selected, usual, cursor) = try await readDerived { db in
            let reader = PageReader(db)
            let reasons = try request.reasonsSpan.map { span in
                try ReasonsReader(db: db, span: Span(milliseconds: span, now: now), mask: mask).groups()
            }
            let found = try request.find.flatMap { try reader.found(request: $0) }
            let page = Page(found: found, reasons: reasons ?? [])
            let selected = try request.selected.flatMap { try reader.selected($0) }
            let usual = try selected?.row.send.campaignAPIID.map { campaign in
                try FiguresReader(db: db, now: now).usual(campaign: campaign)
            }
            return (page, selected, usual ?? [:], try Projector.cursor(db))
        }
        var whole = try await complete(page, selected: selected, usual: usual, cursor: cursor)
        if let mask { whole.timeline = whole.timeline.map(mask.timeline) }
        return whole
    }

    /// When the last postback came; `nil` also where only deeds of our own have come for long.
    private static func lastPostback(_ db: Database) throws -> Timestamp? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT at FROM (SELECT at, kind FROM event ORDER BY seq DESC LIMIT 10000)
                WHERE kind = 'postback' LIMIT 1
                """
        )
        return try Int64.fetchOne(statement).map { Timestamp(milliseconds: $0) }
    }

    /// Adds what the events say; they can only have gone on since.
    private func complete(
        _ page: Page,
        selected: (row: SendRow, events: [Int64])?,
        usual: [SendStatus: Percentiles],
        cursor: Int64
    ) async throws -> Page {
        try await readEvents { db in
            var page = page
            if let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM event")) {
                page.backlog = Int(max(0, max(0, last) - cursor))
            }
            page.figures.lastPostbackAt = try Ledger.lastPostback(db)
            if let selected {
                let events = try EventRow.events(selected.events, db)
                page.timeline = Timeline(row: selected.row, events: events, usual: usual)
            }
            return page
        }
    }
}
