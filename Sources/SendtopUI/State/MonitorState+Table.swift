import SendtopCore

extension MonitorState {
    /// The rows that are at hand, newest first: those in view, and some above and below.
    var rows: [SendRow] {
        page?.rows ?? []
    }

    /// The place among `rows` of the first one in view.
    var topIndex: Int {
        guard case .held(let top, _) = viewport else { return 0 }
        return max(0, min(index(of: top), lowestTop))
    }

    /// The lowest place of the first row in view: near the end the rows before fill the screen, but none that came
    /// since the view is held, for they would push down what is read.
    private var lowestTop: Int {
        let filled = max(0, rows.count - layout.table.rows)
        guard let heldSince else { return filled }
        return max(filled, rows.firstIndex { $0.id <= heldSince } ?? filled)
    }

    /// The place among `rows` of the one that the keyboard acts on.
    var cursorIndex: Int {
        guard case .held(_, let cursor) = viewport else { return 0 }
        return max(0, min(index(of: cursor), rows.count - 1))
    }

    /// Matching sends that came since the view was last live.
    var newerCount: Int {
        viewport.isFollowing ? 0 : page?.newer ?? 0
    }

    /// The send that the keyboard acts on, when the view is held.
    var chosen: SendRow? {
        viewport.isFollowing ? nil : rows[at: cursorIndex]
    }

    /// Moves the cursor over the rows, and the view with it as far as needed.
    mutating func moveCursor(by delta: Int) -> [Effect] {
        let from = cursorIndex
        let target = max(0, min(rows.count - 1, from + delta))
        return hold(cursor: target, top: topIndex, isUpwards: delta < 0)
    }

    /// Moves cursor and view by a page.
    mutating func movePage(by pages: Int) -> [Effect] {
        let delta = pages * max(1, layout.table.rows - 1)
        let target = max(0, min(rows.count - 1, cursorIndex + delta))
        return hold(cursor: target, top: topIndex + delta, isUpwards: delta < 0)
    }

    /// Moves the view by rows, and the cursor with it.
    mutating func scrollTable(by delta: Int) -> [Effect] {
        let target = max(0, min(rows.count - 1, cursorIndex + delta))
        return hold(cursor: target, top: topIndex + delta, isUpwards: delta < 0)
    }

    /// Puts the cursor on a row in view, counted from the first.
    mutating func choose(offset: Int) -> [Effect] {
        guard rows.indices.contains(topIndex + offset) else { return [] }
        return hold(cursor: topIndex + offset, top: topIndex, isUpwards: false)
    }

    /// Follows the newest sends.
    mutating func follow() -> [Effect] {
        viewport = .following
        watched = nil
        timelineScroll = 0
        header.newer = 0
        return load()
    }

    /// Goes to the oldest send: every send is newer than this place.
    mutating func goToOldest() -> [Effect] {
        guard !rows.isEmpty else { return [] }
        viewport = .held(top: .min, cursor: .min)
        wanted = nil
        watched = nil
        timelineScroll = 0
        header.newer = newerCount
        return load()
    }

    /// Holds the view where it is, with the keyboard on the same send.
    mutating func hold() -> [Effect] {
        hold(cursor: cursorIndex, top: topIndex, isUpwards: false)
    }

    private mutating func hold(cursor: Int, top: Int, isUpwards: Bool) -> [Effect] {
        guard let page, let cursorRow = rows[at: cursor] else { return [] }
        if isUpwards, cursor == 0, page.isFirst { return follow() }
        let height = max(1, layout.table.rows)
        let first = max(cursor - height + 1, min(cursor, max(0, min(top, lowestTop))))
        guard let topRow = rows[at: first] else { return [] }
        viewport = .held(top: topRow.id, cursor: cursorRow.id)
        // Who moves by hand looks at something else by now.
        wanted = nil
        watched = nil
        timelineScroll = 0
        header.newer = newerCount
        return load()
    }
}

extension Array {
    /// The element at a place, when there is one.
    subscript(at index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
