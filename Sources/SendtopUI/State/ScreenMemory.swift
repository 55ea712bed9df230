public import SendtopCore

/// What the screen remembers from one run to the next.
public struct ScreenMemory: Sendable, Hashable {
    /// Filters that were used, newest first.
    public private(set) var filters: [String]
    /// Views that were saved, by their digit.
    public var views: [Int: SavedView]
    /// How far back figures and charts reached last.
    public var span: ChartSpan
    /// The theme that was chosen last, by name.
    public var theme: String?

    /// Filters beyond this many are forgotten, the oldest first.
    public static let filterLimit = 100
    /// The digits that a view can be saved under.
    public static let digits = 1...9

    /// - Parameters:
    ///   - filters: newest first.
    ///   - views: by their digit.
    ///   - span: how far back figures and charts reach.
    ///   - theme: by name.
    public init(
        filters: [String] = [],
        views: [Int: SavedView] = [:],
        span: ChartSpan = .hour,
        theme: String? = nil
    ) {
        self.filters = Array(filters.prefix(ScreenMemory.filterLimit))
        self.views = views.filter { ScreenMemory.digits.contains($0.key) }
        self.span = span
        self.theme = theme
    }

    /// Puts a filter before all others.
    ///
    /// - Returns: whether anything changed.
    mutating func add(filter: String) -> Bool {
        let isBlank = filter.allSatisfy(\.isWhitespace)
        guard !isBlank, filters.first != filter else { return false }
        filters.removeAll { $0 == filter }
        filters.insert(filter, at: 0)
        filters = Array(filters.prefix(ScreenMemory.filterLimit))
        return true
    }
}

/// How the screen was arranged when somebody saved it.
public struct SavedView: Sendable, Hashable {
    /// The filter as it was typed.
    public var filter: String
    public var order: RowOrder
    /// The columns that are wanted, by name, in the order of the screen.
    public var columns: [Column]
    public var showsTimeline: Bool
    public var showsReasons: Bool
    /// How far back figures and charts reach.
    public var span: ChartSpan

    public init(
        filter: String = "",
        order: RowOrder = .arrival,
        columns: [Column] = Column.standard,
        showsTimeline: Bool = true,
        showsReasons: Bool = true,
        span: ChartSpan = .hour
    ) {
        self.filter = filter
        self.order = order
        self.columns = columns
        self.showsTimeline = showsTimeline
        self.showsReasons = showsReasons
        self.span = span
    }
}
