import SendtopCore

extension MonitorState {
    /// Opens the timeline of a send of ours, and follows it to its end.
    mutating func watch(_ id: Int64) {
        watched = id
        if layout.timeline == nil, layers.last != .timeline { layers.append(.timeline) }
    }

    /// Keeps the newest lines of the followed timeline in view; says when the send has come to its end.
    mutating func followWatched() {
        guard let watched, let timeline = page?.timeline, timeline.row.id == watched, chosen?.id == watched else {
            return
        }
        if let area = layers.last == .timeline ? layout.layer : layout.timeline {
            let lines = TimelineText.lines(for: self, width: area.columns).count
            timelineScroll = max(0, lines - (area.rows - 1))
        }
        let send = timeline.row.send
        guard send.status.isFinal || send.isRefused else { return }
        self.watched = nil
        let name = send.recipient ?? send.dispatchID ?? "the send"
        let text = "\(send.status.shape(settings.glyphs)) \(name): \(send.status.rawValue)"
        notice = Notice(text: text, role: send.status.role)
    }
}

extension Send {
    /// Whether our request came to nothing, so that no more is heard of it.
    fileprivate var isRefused: Bool {
        status == .rejected || status == .failed
    }
}
