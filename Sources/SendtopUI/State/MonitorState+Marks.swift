import SendtopCore

extension MonitorState {
    /// Marks the chosen send, or takes its mark away, and goes on to the next.
    mutating func markChosen() -> [Effect] {
        guard let row = rows[at: cursorIndex] else { return [] }
        if marks.remove(row.id) == nil {
            guard marks.count < MarkRequest.limit else { return refuseMarks() }
            marks.insert(row.id)
        }
        markStart = row.id
        return moveCursor(by: 1)
    }

    /// Marks all sends from the one that was marked last to the chosen one.
    mutating func markRange() -> [Effect] {
        guard let row = rows[at: cursorIndex] else { return [] }
        let start = markStart ?? row.id
        markStart = row.id
        let effects = viewport.isFollowing ? hold() : []
        if order == .arrival {
            return effects + [
                .mark(MarkRequest(filter: filterLine.filter, from: min(start, row.id), to: max(start, row.id)))
            ]
        }
        // In another order only the rows at hand are known to be between the two.
        let places = [index(of: start), cursorIndex].sorted()
        let between = rows[max(0, places[0])...min(rows.count - 1, places[1])].map(\.id)
        return effects + take(between)
    }

    /// Marks all sends that pass the filter; with any mark there, takes all marks away.
    mutating func markAll() -> [Effect] {
        guard marks.isEmpty else {
            marks = []
            markStart = nil
            return []
        }
        let effects = viewport.isFollowing ? hold() : []
        return effects + [.mark(MarkRequest(filter: filterLine.filter, from: .min, to: .max))]
    }

    /// Takes the sends that were asked for; what was asked under another filter is passed over.
    mutating func take(_ ids: [Int64], for request: MarkRequest) -> [Effect] {
        request.filter == filterLine.filter ? take(ids) : []
    }

    private mutating func take(_ ids: [Int64]) -> [Effect] {
        for id in ids {
            guard marks.count < MarkRequest.limit else { return refuseMarks() }
            marks.insert(id)
        }
        return []
    }

    private mutating func refuseMarks() -> [Effect] {
        let limit = MarkRequest.limit.grouped
        notice = Notice(
            text: "No more than \(limit) sends can be marked; "
                + "\(settings.keymap.label(of: .export, settings.glyphs)) exports all that pass the filter.",
            role: .warning
        )
        return []
    }

    /// The marked sends, or else the chosen one.
    var picked: [Int64] {
        if !marks.isEmpty { return marks.sorted(by: >) }
        return rows[at: cursorIndex].map { [$0.id] } ?? []
    }

    /// Copies the ids of the marked sends, or of the chosen one.
    mutating func copy() -> [Effect] {
        picked.isEmpty ? [] : [.copy(picked)]
    }

    /// Opens the form with what is known of the chosen send, under no id yet.
    mutating func composeAgain() -> [Effect] {
        guard let row = rows[at: cursorIndex] else { return [] }
        let effects = compose()
        guard layers.last == .compose, form.phase == .editing else { return effects }
        var draft = SendDraft(again: row.send, events: page?.timeline?.row.id == row.id ? timeline?.events ?? [] : [])
        if settings.isMasked {
            draft.removeMasked()
            notice = Notice(text: "The person is masked: say who is to get it.", role: .warning)
        }
        form.fill(draft)
        if settings.isMasked { form.focus = .field(.externalUserID) }
        return effects
    }
}
