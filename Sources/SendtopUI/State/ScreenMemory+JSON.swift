public import SendtopCore

extension ScreenMemory {
    /// The memory as it is kept in a file.
    public var json: JSON {
        var object = JSONObject()
        object["filters"] = .array(filters.map(JSON.string))
        var kept = JSONObject()
        for (digit, view) in views.sorted(by: { $0.key < $1.key }) { kept["\(digit)"] = view.json }
        object["views"] = .object(kept)
        object["span"] = .string(span.rawValue)
        object["theme"] = theme.map(JSON.string)
        return .object(object)
    }

    /// Takes what can be read of a file; anything else is left out.
    public init(json: JSON) {
        let filters = json.object?["filters"]?.array?.compactMap(\.string) ?? []
        var views: [Int: SavedView] = [:]
        for member in json.object?["views"]?.object?.members ?? [] {
            if let digit = Int(member.key), let object = member.value.object { views[digit] = SavedView(object) }
        }
        self.init(
            filters: filters,
            views: views,
            span: ChartSpan(object: json.object),
            theme: json.object?["theme"]?.string
        )
    }
}

extension SavedView {
    fileprivate var json: JSON {
        [
            "filter": .string(filter), "sort": .string(order.key.rawValue), "descending": .bool(order.isDescending),
            "columns": .array(columns.map { .string($0.rawValue) }), "timeline": .bool(showsTimeline),
            "reasons": .bool(showsReasons), "span": .string(span.rawValue),
        ]
    }

    fileprivate init(_ object: JSONObject) {
        self.init(filter: object["filter"]?.string ?? "")
        if let key = object["sort"]?.string.flatMap(RowOrder.Key.init(rawValue:)) {
            order = RowOrder(key, isDescending: object["descending"]?.bool ?? true)
        }
        var columns: [Column] = []
        for column in object["columns"]?.array?.compactMap({ $0.string.flatMap(Column.init(rawValue:)) }) ?? []
        where !columns.contains(column) {
            columns.append(column)
        }
        if !columns.isEmpty { self.columns = columns }
        showsTimeline = object["timeline"]?.bool ?? true
        showsReasons = object["reasons"]?.bool ?? true
        span = ChartSpan(object: object)
    }
}

extension ChartSpan {
    fileprivate init(object: JSONObject?) {
        self = object?["span"]?.string.flatMap(ChartSpan.init(rawValue:)) ?? .hour
    }
}
