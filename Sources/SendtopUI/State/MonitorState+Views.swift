import SendtopCore

extension MonitorState {
    /// Goes to the view that was saved under a digit.
    mutating func useView(_ digit: Int) -> [Effect] {
        guard let view = memory.views[digit] else {
            let key = settings.keymap.label(of: .saveView, settings.glyphs)
            notice = Notice(text: "No view is saved under \(digit); \(key) and \(digit) save this one.", role: .warning)
            return []
        }
        leave()
        layers = []
        focus = .table
        filterLine.previous = nil
        useFilter(view.filter)
        order = view.order
        columns = view.columns
        showsTimeline = view.showsTimeline
        showsReasons = view.showsReasons
        span = view.span
        crumb = Crumb(title: "view \(digit)", filter: view.filter)
        notice = Notice(text: "view \(digit)", role: .dim)
        return follow()
    }

    /// Asks for the digit to save this view under.
    mutating func beginSavingView() -> [Effect] {
        guard !settings.isReadOnly else {
            notice = Notice(text: "Nothing can be saved: sendtop runs with --read-only.", role: .warning)
            return []
        }
        isSavingView = true
        return []
    }

    /// Takes the digit, or gives up.
    mutating func pressInSaving(_ key: Key, _ action: Action.ID?) -> [Effect] {
        isSavingView = false
        guard action == .saveViewAs, let digit = settings.keymap.view(key, for: .saveViewAs) else { return [] }
        return saveView(digit)
    }

    /// Saves this view under a digit, unless nothing may be saved.
    mutating func saveView(_ digit: Int) -> [Effect] {
        guard !settings.isReadOnly else { return [] }
        isSavingView = false
        memory.views[digit] = SavedView(
            filter: filterLine.mistakes.isEmpty ? filterLine.field.text : "",
            order: order,
            columns: columns,
            showsTimeline: showsTimeline,
            showsReasons: showsReasons,
            span: span
        )
        notice = Notice(text: "saved as view \(digit)", role: .good)
        return remember()
    }
}
