import SendtopCore

extension MonitorState {
    /// The parts of the screen as it is.
    var layout: Layout {
        layout(for: size)
    }

    /// The parts of a screen of any size.
    func layout(for size: Size) -> Layout {
        Layout(size: size, panes: wantedPanes)
    }

    /// The panes below the table, the most wanted one first. Nothing has a timeline while the newest send changes.
    private var wantedPanes: [Pane] {
        var panes: [Pane] = []
        if showsTimeline, !viewport.isFollowing { panes.append(.timeline) }
        if showsReasons { panes.append(.reasons) }
        return focus == .reasons ? panes.reversed() : panes
    }

    /// The pane that has the keyboard; the table while the chosen one is not there.
    var activePane: Pane {
        switch focus {
        case .timeline where layout.timeline != nil, .reasons where layout.reasons != nil: focus
        default: .table
        }
    }

    /// The chosen send's events; without them, as long as they are not there yet.
    var timeline: Timeline? {
        guard let chosen else { return nil }
        if let timeline = page?.timeline, timeline.row.id == chosen.id { return timeline }
        return Timeline(row: chosen, events: [])
    }

    /// What the screen needs to know of the ledger.
    var request: PageRequest {
        let height = max(1, layout.table.rows)
        var request = PageRequest(
            filter: filterLine.filter,
            order: order,
            limit: height * 3,
            find: wanted,
            figuresSpan: span.milliseconds
        )
        if case .held(let top, let cursor) = viewport {
            request.anchor = .row(top)
            request.above = height * 2
            request.since = heldSince
            let isShown = layers.contains { $0 == .timeline || $0 == .raw || $0 == .codePoints }
            if layout.timeline != nil || isShown { request.selected = cursor }
        }
        if layout.reasons != nil || layers.contains(.reasons) { request.reasonsSpan = MonitorState.reasonsSpan }
        return request
    }

    /// Asks for what the screen needs to know.
    func load() -> [Effect] {
        [.load(request)]
    }

    /// Takes the ledger's answer, unless it is to a question that is out of date: the newer one is answered next.
    mutating func take(_ page: Page, for asked: PageRequest) -> [Effect] {
        problem = nil
        guard asked.filter == filterLine.filter, asked.order == order else { return [] }
        // What was found so far is worth a look only while there is nothing whole.
        guard page.isSearched || self.page?.isSearched != true || pageFilter != asked.filter || pageOrder != order
        else { return [] }
        if let wanted, asked.find == wanted, let id = page.row(ofRequest: wanted) {
            self.wanted = nil
            viewport = .held(top: id, cursor: id)
            heldSince = page.newest
            timelineScroll = 0
            focus = .table
            accept(page)
            watch(id)
            return load()
        }
        switch (viewport, asked.anchor) {
        case (.following, .newest):
            accept(page)
        case (.held(let top, _), .row(let anchor)) where anchor == top || page.reaches(top, in: order):
            accept(page)
        default:
            break
        }
        return []
    }

    private mutating func accept(_ page: Page) {
        var page = page
        // Figures of a part of the span are worth a look only while there are no others.
        if !page.figures.isWhole, let known = self.page?.figures, known.minutes > 0 { page.figures = known }
        // What was asked for by hand is shown at once, not at the next second.
        let isAwaited =
            self.page == nil || header.filter != filterLine.filter || !header.isCounted
            || header.figures.minutes != page.figures.minutes || !header.figures.isWhole
        self.page = page
        pageFilter = filterLine.filter
        pageOrder = order
        settle()
        followWatched()
        // Where ticks are few, each look is one.
        if isCrowded {
            measure()
        } else if isAwaited {
            publish()
        }
    }

    /// Ties a held view to rows that are there.
    private mutating func settle() {
        guard case .held = viewport else { return }
        guard let top = rows[at: topIndex], let cursor = rows[at: cursorIndex] else {
            viewport = .following
            return
        }
        viewport = .held(top: top.id, cursor: cursor.id)
    }
}

extension Page {
    /// The row of a request of ours: the one that was found, or one of the window.
    fileprivate func row(ofRequest id: String) -> Int64? {
        found ?? rows.first { $0.send.requestID == id }?.id
    }

    /// Whether a send is within the window.
    fileprivate func reaches(_ id: Int64, in order: RowOrder) -> Bool {
        guard order == .arrival else { return rows.contains { $0.id == id } }
        guard let first = rows.first, let last = rows.last else { return false }
        return first.id >= id && last.id <= id
    }
}
