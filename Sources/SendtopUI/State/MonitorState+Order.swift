import SendtopCore

extension MonitorState {
    /// Puts the table in order by the next column that is shown, from the one that it is in order by.
    mutating func orderByNextColumn() -> [Effect] {
        let keys = columns.map(\.orderKey)
        guard let first = keys.first else { return [] }
        let index = keys.firstIndex(of: order.key)
        let key = index.map { keys[($0 + 1) % keys.count] } ?? first
        return use(RowOrder(key, isDescending: true))
    }

    /// Puts the table in the contrary order.
    mutating func reverseOrder() -> [Effect] {
        use(RowOrder(order.key, isDescending: !order.isDescending))
    }

    mutating func use(_ order: RowOrder) -> [Effect] {
        self.order = order
        focus = .table
        return follow()
    }

    /// The place among `rows` of a send, or of the one that stands for it when it is not there.
    func index(of id: Int64) -> Int {
        guard pageOrder != .arrival else { return rows.firstIndex { $0.id <= id } ?? rows.count }
        return rows.firstIndex { $0.id == id } ?? (id == .min ? rows.count : 0)
    }
}
