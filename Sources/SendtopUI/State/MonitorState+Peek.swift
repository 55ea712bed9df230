import SendtopCore

extension MonitorState {
    /// Asks to see the chosen send as it is.
    mutating func peekAtChosen() -> [Effect] {
        guard settings.isMasked else {
            notice = Notice(text: "Nothing is masked here.", role: .dim)
            return []
        }
        guard !settings.cannotWrite else {
            let text = "There is no peeking: this ledger can only be read, and a peek must be recorded in it."
            notice = Notice(text: text, role: .warning)
            return []
        }
        guard !settings.isReadOnly else {
            notice = Notice(text: "There is no peeking: sendtop runs with --read-only.", role: .warning)
            return []
        }
        guard let row = rows[at: cursorIndex] else { return [] }
        let effects = viewport.isFollowing ? hold() : []
        return effects + [.peek(row.id)]
    }

    /// Takes the peek back when its time is over.
    mutating func endPeek(at now: Timestamp) {
        if let peek, peek.isOver(at: now) { self.peek = nil }
    }

    /// A row as it is shown: masked, unless somebody peeks at it. What acts on rows never sees more than the mask.
    func shown(_ row: SendRow) -> SendRow {
        if let peek, peek.timeline.row.id == row.id { peek.timeline.row } else { row }
    }

    /// The chosen send's events as they are shown.
    var shownTimeline: Timeline? {
        guard let timeline else { return nil }
        guard let peek, peek.timeline.row.id == timeline.row.id else { return timeline }
        return Timeline(row: peek.timeline.row, events: peek.timeline.events, usual: timeline.usual)
    }
}
