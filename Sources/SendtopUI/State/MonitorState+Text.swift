import SendtopCore

extension MonitorState {
    /// The lines of the layer on top, where it is text alone.
    func textLines(width: Int) -> [[Run]] {
        switch layers.last {
        case .request: RequestText.lines(for: self, width: width)
        case .message: MessageText.lines(for: self, width: width)
        case .raw: RawText.lines(for: self, width: width)
        case .codePoints: CodePointText.lines(for: self, width: width)
        case .explanation: ExplanationText.lines(for: self, width: width)
        case .charts: ChartText(self, width: width).lines
        default: []
        }
    }

    /// Opens a text about the chosen send.
    mutating func open(_ layer: Layer) -> [Effect] {
        guard !rows.isEmpty else { return [] }
        if layers.last != layer { leave() }
        if viewport.isFollowing { _ = hold() }
        textScroll = 0
        if layers.last != layer { layers.append(layer) }
        return load()
    }

    /// Says what the reason means that the keyboard is at: of the group among reasons, else of the chosen send.
    mutating func explain() -> [Effect] {
        let place = place
        if layers.last == .reasons || (layers.isEmpty && activePane == .reasons) {
            explained = page?.reasons[at: reasonIndex].map { .group($0) }
        } else {
            explained = chosen.flatMap { row in row.send.reason.map { .reason($0, row.send.status) } }
        }
        guard explained != nil else {
            notice = Notice(text: "There is no bounce or abort reason here.", role: .dim)
            return []
        }
        textScroll = 0
        if layers.last != .explanation {
            history.leave(place)
            layers.append(.explanation)
        }
        return []
    }
}
