import SendtopCore

extension MonitorState {
    /// Begins to type the filter; what there is stays, with the cursor behind it.
    mutating func beginFilter() -> [Effect] {
        filterLine.previous = place
        layers = []
        focus = .table
        filterLine.recalled = nil
        return []
    }

    /// Takes a key in while the filter is typed.
    mutating func pressInFilter(_ key: Key, _ action: Action.ID?) -> [Effect] {
        switch (action, key) {
        case (.keepFilter?, _): return keepFilter()
        case (.dropFilter?, _), (.cancel?, _): return dropFilter()
        case (.olderFilter?, _): recall(1)
        case (.newerFilter?, _): recall(-1)
        case (let action?, _):
            if let edit = TextField.Edit(action) { filterLine.field.apply(edit) }
        case (nil, .character(let character)):
            filterLine.field.insert(String(character), isTyped: true)
        case (nil, .paste(let text)):
            filterLine.field.insert(text)
        case (nil, _):
            return look(key)
        }
        return readFilter() ? follow() : []
    }

    /// Takes another text for the filter, as if it had been typed and kept.
    mutating func useFilter(_ text: String) {
        filterLine.field = TextField(text)
        _ = readFilter()
    }

    /// Says whether the text of the filter means something else than before.
    private mutating func readFilter() -> Bool {
        filterLine.read(now: now, campaigns: settings.campaignNames)
    }

    /// Keeps what is to be known in the next run.
    func remember() -> [Effect] {
        settings.isReadOnly ? [] : [.remember(memory)]
    }

    /// What is wrong with a filter stays on the line until it is mended or given up.
    mutating func keepFilter() -> [Effect] {
        guard filterLine.mistakes.isEmpty else { return [] }
        let text = filterLine.field.text
        if let previous = filterLine.previous, previous.filter != text { history.leave(previous) }
        filterLine.previous = nil
        return memory.add(filter: text) ? remember() : []
    }

    private mutating func dropFilter() -> [Effect] {
        guard let previous = filterLine.previous else { return [] }
        return restore(previous)
    }

    /// Puts a filter from before on the line; behind the newest of them is an empty one.
    private mutating func recall(_ step: Int) {
        let target = (filterLine.recalled ?? -1) + step
        guard target < memory.filters.count, target >= -1 else { return }
        filterLine.recalled = target < 0 ? nil : target
        filterLine.field = TextField(target < 0 ? "" : memory.filters[target])
    }

    /// The table can be paged through while the filter is typed.
    private mutating func look(_ key: Key) -> [Effect] {
        switch settings.keymap.find(key, in: [.screen]) {
        case let action? where [.pageUp, .pageDown].contains(action): moveInTable(action)
        default: []
        }
    }
}
