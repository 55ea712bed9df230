import SendtopCore

/// Where somebody was: all that going back restores.
struct Place: Sendable, Hashable {
    /// The filter as it was typed.
    var filter: String
    var order: RowOrder
    var columns: [Column]
    var viewport: Viewport
    var focus: Pane
    var showsTimeline: Bool
    var showsReasons: Bool
    var layers: [Layer]
    var timelineScroll: Int
    var textScroll: Int
    var reasonCursor: ReasonKey?
    var explained: Explanation?
    var message: ShownMessage?
    var crumb: Crumb?

    /// Whether the same sends and layers are shown, whatever is chosen among them.
    func isSameScreen(as other: Place) -> Bool {
        (filter, order, columns, layers) == (other.filter, other.order, other.columns, other.layers)
    }
}

/// What a filter came from, for the trail of places; it holds as long as the filter is that one.
struct Crumb: Sendable, Hashable {
    var title: String
    var filter: String
}

/// The places that were left, as in a browser.
struct PlaceHistory: Sendable, Hashable {
    /// Older places are forgotten.
    static let limit = 50

    private var before: [Place] = []
    private var after: [Place] = []
    /// Whether the last place was left for another order alone; going through the orders leaves one place.
    private var isOrdering = false

    var hasBack: Bool { !before.isEmpty }
    var hasForward: Bool { !after.isEmpty }

    /// Notes a place that is left for a new one.
    mutating func leave(_ place: Place, forOrder: Bool = false) {
        after = []
        defer { isOrdering = forOrder }
        guard !(forOrder && isOrdering), before.last != place else { return }
        before.append(place)
        if before.count > PlaceHistory.limit { before.removeFirst() }
    }

    /// The place to go back to, from another one.
    mutating func goBack(from place: Place) -> Place? {
        isOrdering = false
        while before.last == place { before.removeLast() }
        guard let target = before.popLast() else { return nil }
        after.append(place)
        return target
    }

    /// The place to go forward to, from another one.
    mutating func goForward(from place: Place) -> Place? {
        isOrdering = false
        guard let target = after.popLast() else { return nil }
        before.append(place)
        return target
    }

    /// Notes that a place was closed: where that leads to the one before, it was a way back.
    mutating func close(_ place: Place, to target: Place) {
        guard let last = before.last, last.isSameScreen(as: target) else { return }
        before.removeLast()
        after.append(place)
    }
}
