import SendtopCore

extension MonitorState {
    /// Opens or closes the chooser of columns.
    mutating func toggleColumns() -> [Effect] {
        if layers.last == .columns {
            layers.removeLast()
        } else {
            columnCursor = 0
            columnList = []
            layers.append(.columns)
        }
        return []
    }

    /// All columns as the chooser lists them: those that are shown in their order, then the others; one that is hidden
    /// keeps its place as long as the chooser is open.
    var listedColumns: [Column] {
        let isKept = columnList.filter(columns.contains) == columns
        return isKept ? columnList : columns + Column.allCases.filter { !columns.contains($0) }
    }

    /// Takes a key in while the chooser is open.
    mutating func performInColumns(_ action: Action.ID) -> [Effect] {
        let listed = listedColumns
        guard let column = listed[at: columnCursor] else { return [] }
        switch action {
        case .columnUp: columnCursor = max(0, columnCursor - 1)
        case .columnDown: columnCursor = min(listed.count - 1, columnCursor + 1)
        case .toggleColumn: toggle(column)
        case .columnLeft: move(column, by: -1)
        case .columnRight: move(column, by: 1)
        case .standardColumns:
            columns = Column.standard
            columnCursor = 0
        case .orderByColumn:
            layers.removeLast()
            return orderBy(column)
        case .closeColumns:
            layers.removeLast()
            return load()
        default:
            break
        }
        return []
    }

    /// Puts the table in order by a column; again, in the contrary order.
    mutating func orderBy(_ column: Column) -> [Effect] {
        use(RowOrder(column.orderKey, isDescending: order.key != column.orderKey || !order.isDescending))
    }

    /// Shows a column where the chooser lists it, or hides it; one remains.
    private mutating func toggle(_ column: Column) {
        guard columns != [column] else { return }
        columnList = listedColumns
        let isShown = columns.contains(column)
        columns = columnList.filter { $0 == column ? !isShown : columns.contains($0) }
    }

    private mutating func move(_ column: Column, by delta: Int) {
        var list = listedColumns
        guard let index = list.firstIndex(of: column), list.indices.contains(index + delta) else { return }
        list.swapAt(index, index + delta)
        columnList = list
        columns = list.filter(columns.contains)
        columnCursor = index + delta
    }
}
