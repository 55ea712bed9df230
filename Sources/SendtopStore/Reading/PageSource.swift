public import SendtopCore

/// Answers what one screen wants to know, in pieces; what it counted it remembers from one request to the next.
public actor PageSource {
    private let ledger: Ledger
    private let mask: Mask?
    private var counts = BlockCounts(.all)
    private var minutes: MinuteCounts?

    /// Makes a source that has counted nothing yet.
    ///
    /// - Parameter mask: what a masked screen is seen through; its filters and orders go by what it shows alone.
    public init(ledger: Ledger, mask: Mask? = nil) {
        self.ledger = ledger
        self.mask = mask
    }

    /// Answers a request with pages that become more complete; the last one is complete.
    ///
    /// - Parameters:
    ///   - now: where the spans of figures and reasons end, and from where ages count.
    ///   - show: takes a page, and says whether the next one is still wanted.
    /// - Throws: `LedgerError`, or `CancellationError` as soon as the task is cancelled.
    public func load(_ request: PageRequest, now: Timestamp, show: @Sendable (Page) async -> Bool)
        async throws
    {
        if counts.filter != request.filter { counts = BlockCounts(request.filter) }
        let base = try await ledger.frame(of: request, now: now, mask: mask)
        let span = Span(milliseconds: request.figuresSpan, now: now)
        var progress = PageProgress(request, base, counts, minutes ?? MinuteCounts(span), now: now, mask: mask)
        repeat {
            progress = try await ledger.advance(progress)
            // Another request may have changed the filter meanwhile.
            if counts.filter == request.filter { counts = progress.counts }
            minutes = progress.minutes
            guard await show(progress.page) else { return }
        } while !progress.isComplete
    }
}
