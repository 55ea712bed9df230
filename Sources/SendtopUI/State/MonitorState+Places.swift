import SendtopCore

extension MonitorState {
    /// Layers that are no places: they are gone once they are done with.
    private static let passing: Set<Layer> = [.compose, .columns, .themes, .help]

    /// Where one is.
    var place: Place {
        Place(
            filter: filterLine.field.text,
            order: order,
            columns: columns,
            viewport: viewport,
            focus: focus,
            showsTimeline: showsTimeline,
            showsReasons: showsReasons,
            layers: layers.filter { !MonitorState.passing.contains($0) },
            timelineScroll: timelineScroll,
            textScroll: textScroll,
            reasonCursor: reasonCursor,
            explained: explained,
            message: message,
            crumb: crumb
        )
    }

    /// Notes the place that is about to be left for another.
    mutating func leave(forOrder: Bool = false) {
        history.leave(place, forOrder: forOrder)
    }

    mutating func goBack() -> [Effect] {
        guard let target = history.goBack(from: place) else {
            notice = Notice(text: "There is no place to go back to.", role: .dim)
            return []
        }
        return restore(target)
    }

    mutating func goForward() -> [Effect] {
        guard let target = history.goForward(from: place) else {
            notice = Notice(text: "There is no place to go forward to.", role: .dim)
            return []
        }
        return restore(target)
    }

    /// Takes the top layer away.
    ///
    /// - Returns: `nil` when there is none.
    mutating func closeLayer() -> [Effect]? {
        let left = place
        guard let layer = layers.popLast() else { return nil }
        if !MonitorState.passing.contains(layer) { history.close(left, to: place) }
        return load()
    }

    /// Has everything as it was at a place.
    mutating func restore(_ place: Place) -> [Effect] {
        filterLine.previous = nil
        useFilter(place.filter)
        order = place.order
        columns = place.columns
        viewport = place.viewport
        focus = place.focus
        showsTimeline = place.showsTimeline
        showsReasons = place.showsReasons
        layers = place.layers
        timelineScroll = place.timelineScroll
        textScroll = place.textScroll
        reasonCursor = place.reasonCursor
        explained = place.explained
        message = place.message
        crumb = place.crumb
        wanted = nil
        return load()
    }

    /// The names of the places that led here, after the profile.
    var trail: [String] {
        let source = crumb.flatMap { $0.filter == filterLine.field.text ? $0.title : nil }
        return ["sends"] + [source].compactMap { $0 } + layers.map(\.title)
    }
}
