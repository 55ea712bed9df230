import SendtopCore

extension MonitorState {
    /// Begins to type the filter; what there is stays, with the cursor behind it.
    mutating func beginFilter() -> [Effect] {
        layers = []
        focus = .table
        filterLine.previous = FilterLine.Previous(field: filterLine.field, viewport: viewport)
        return []
    }

    /// Takes a key in while the filter is typed.
    mutating func pressInFilter(_ key: Key, _ action: Action.ID?) -> [Effect] {
        let before = filterLine.filter
        switch (action, key) {
        case (.keepFilter?, _):
            filterLine.previous = nil
            return []
        case (.dropFilter?, _), (.cancel?, _):
            return dropFilter()
        case (let action?, _):
            if let edit = TextField.Edit(action) { filterLine.field.apply(edit) }
        case (nil, .character(let character)):
            filterLine.field.insert(String(character))
        case (nil, .paste(let text)):
            filterLine.field.insert(text)
        case (nil, _):
            return look(key)
        }
        return filterLine.filter == before ? [] : follow()
    }

    private mutating func dropFilter() -> [Effect] {
        guard let previous = filterLine.previous else { return [] }
        let isSame = filterLine.filter == Filter(words: previous.field.text)
        filterLine.field = previous.field
        filterLine.previous = nil
        guard !isSame else { return [] }
        viewport = previous.viewport
        return load()
    }

    /// The table can be looked through while the filter is typed.
    private mutating func look(_ key: Key) -> [Effect] {
        switch Action.find(key, in: [.screen]) {
        case let action? where [.up, .down, .pageUp, .pageDown].contains(action): moveInTable(action)
        default: []
        }
    }
}
