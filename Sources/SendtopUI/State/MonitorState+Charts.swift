import SendtopCore

extension MonitorState {
    /// Opens or closes the charts.
    mutating func toggleCharts() -> [Effect] {
        textScroll = 0
        if layers.last == .charts { layers.removeLast() } else { layers.append(.charts) }
        return load()
    }

    /// Has figures and charts reach less far back, or further; the next run begins with it.
    mutating func zoom(_ next: ChartSpan?) -> [Effect] {
        guard let next else {
            let end = span.shorter == nil ? "shortest" : "longest"
            notice = Notice(text: "\(ChartSpan.label(minutes: span.minutes)) is the \(end) span.", role: .dim)
            return []
        }
        span = next
        memory.span = next
        // What shows no figures would give no sign of the key.
        if layers.isEmpty ? layout.figures == nil : layers.last != .charts {
            notice = Notice(text: "figures and charts: \(ChartSpan.label(minutes: span.minutes))", role: .dim)
        }
        return load() + remember()
    }
}

extension Header {
    /// The span of the figures that are shown, in words.
    func spanLabel(_ wanted: ChartSpan) -> String {
        ChartSpan.label(minutes: figures.minutes > 0 ? figures.minutes : wanted.minutes)
    }
}
