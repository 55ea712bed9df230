import SendtopCore

extension Painter {
    /// The chosen send's life.
    mutating func paintTimeline(in area: Rect, isActive: Bool) {
        let lines = TimelineText.lines(for: state, width: area.columns)
        let body = area.inset(rows: 1)
        let first = max(0, min(state.timelineScroll, lines.count - body.rows))
        let below = lines.count - first - body.rows
        let id = state.chosen?.send.dispatchID ?? state.chosen?.send.requestID ?? ""
        let trailing = below > 0 ? "\(glyphs.down) \(below) more" : ""
        paintTitle("timeline \(id)", trailing: trailing, in: area, isActive: isActive)
        for offset in 0..<body.rows {
            guard let line = lines[at: first + offset] else { break }
            frame.write(line, in: body.line(offset))
        }
    }

    /// Bounces and aborts by reason.
    mutating func paintReasons(in area: Rect, isActive: Bool) {
        let groups = state.page?.reasons ?? []
        let new = groups.filter(\.isNew).count
        let count = (groups.count == 1 ? "1 group" : "\(groups.count) groups") + (new > 0 ? ", \(new) new" : "")
        paintTitle(state.reasonsTitle, trailing: groups.isEmpty ? "" : count, in: area, isActive: isActive)
        let body = area.inset(rows: 1)
        guard !groups.isEmpty else {
            frame.write([Run("No bounces, no aborts.", .dim)], in: body.inset(columns: 1))
            return
        }
        let cursor = isActive ? state.reasonIndex : -1
        let first = state.firstReason(rows: body.rows, isActive: isActive)
        let codeWidth = min(7, groups.compactMap { $0.code?.count }.max() ?? 0)
        let countWidth = groups.map { $0.count.grouped.count }.max() ?? 1
        for offset in 0..<body.rows {
            guard let group = groups[at: first + offset] else { break }
            let line = body.line(offset)
            if first + offset == cursor { frame.write([Run(glyphs.marker, .focus)], in: line) }
            paint(group, codeWidth: codeWidth, countWidth: countWidth, in: line.inset(columns: 1))
        }
    }

    private mutating func paint(_ group: ReasonGroup, codeWidth: Int, countWidth: Int, in area: Rect) {
        let name = group.bounceClass?.rawValue ?? group.status.rawValue
        var place = Position(row: area.row, column: area.column)
        let end = area.column + area.columns
        func room(_ width: Int) -> Int { max(0, min(width, end - place.column)) }
        let parts: [(Run, Int, Alignment)] = [
            (Run("\(group.status.shape(glyphs)) \(name)", group.status.role), 14, .leading),
            (Run(group.code ?? ""), codeWidth, .leading),
            (Run(group.count.grouped), countWidth, .trailing),
        ]
        for (run, width, alignment) in parts where width > 0 {
            frame.write([run], at: place, width: room(width), align: alignment)
            place.column += width + 1
        }
        // The example needs the room more.
        let trend = Bars.summed(group.trend, into: area.columns >= 70 ? 15 : area.columns >= 50 ? 8 : 0)
        let bars = Bars.levels(trend).map { level in
            Run(glyphs.bars[at: level] ?? " ", level == 0 ? .border : group.status.role)
        }
        frame.write(bars, at: place, width: room(bars.count))
        place.column += bars.isEmpty ? 0 : bars.count + 1
        if group.isNew {
            let mark = "new \(group.firstSeen.clock.prefix(5)) "
            frame.write([Run(mark, .warning)], at: place, width: room(mark.count))
            place.column += mark.count
        }
        frame.write([Run(group.example)], at: place, width: room(area.columns))
    }
}

extension MonitorState {
    /// What the groups of reasons are called, with the span that they cover.
    var reasonsTitle: String {
        "\(Layer.reasons.title), \(MonitorState.reasonsSpan / 60_000) min"
    }
}
