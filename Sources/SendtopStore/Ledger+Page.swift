import GRDB
public import SendtopCore

extension Ledger {
    /// Answers what the screen wants to know, of one moment of the derived tables.
    ///
    /// The work is bounded by what is shown, but for a filter: its count reads every send.
    ///
    /// - Parameter now: where the spans of figures and reasons end.
    /// - Throws: `LedgerError`, or `CancellationError` as soon as the task is cancelled.
    public func page(_ request: PageRequest, now: Timestamp) async throws -> Page {
        let (page, selected, cursor) = try await readDerived { db in
            let reader = PageReader(db, request)
            let rows = try reader.rows()
            let total = try reader.total()
            let counts = try reader.counts(rows, total: total)
            let figures = try FiguresReader(db: db, span: Span(milliseconds: request.figuresSpan, now: now)).figures()
            let reasons = try request.reasonsSpan.map { span in
                try ReasonsReader(db: db, span: Span(milliseconds: span, now: now)).groups()
            }
            let page = Page(
                rows: rows,
                newer: counts.newer,
                found: try reader.found(),
                matching: counts.matching,
                total: total,
                reasons: reasons ?? [],
                figures: figures
            )
            return (page, try reader.selected(), try Projector.cursor(db))
        }
        return try await complete(page, selected: selected, cursor: cursor)
    }

    /// Adds what the events say; they can only have gone on since.
    private func complete(
        _ page: Page,
        selected: (row: SendRow, events: [Int64])?,
        cursor: Int64
    ) async throws -> Page {
        try await readEvents { db in
            var page = page
            let last = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT seq, at FROM event ORDER BY seq DESC LIMIT 1")
            )
            if let last {
                page.figures.lastEventAt = Timestamp(milliseconds: last[1])
                page.backlog = Int(clamping: max(0, (last[0] as Int64) - cursor))
            }
            if let selected {
                let select = try db.cachedStatement(sql: "SELECT \(EventRow.columns) FROM event WHERE seq = ?")
                let events = try selected.events.compactMap { seq in
                    try Row.fetchOne(select, arguments: [seq]).map(EventRow.event)
                }
                page.timeline = Timeline(row: selected.row, events: events)
            }
            return page
        }
    }
}
