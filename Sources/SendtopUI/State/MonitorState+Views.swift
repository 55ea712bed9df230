import SendtopCore

extension MonitorState {
    /// Goes to the view that was saved under a digit.
    mutating func useView(_ key: Key) -> [Effect] {
        guard let digit = MonitorState.digit(key) else { return [] }
        guard let view = memory.views[digit] else {
            notice = Notice(text: "No view is saved under \(digit); w and \(digit) save this one.", role: .warning)
            return []
        }
        layers = []
        focus = .table
        filterLine.previous = nil
        useFilter(view.filter)
        order = view.order
        columns = view.columns
        showsTimeline = view.showsTimeline
        showsReasons = view.showsReasons
        span = view.span
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
        guard action == .saveViewAs, let digit = MonitorState.digit(key) else { return [] }
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

    private static func digit(_ key: Key) -> Int? {
        guard case .character(let character) = key, let digit = character.wholeNumberValue else { return nil }
        return ScreenMemory.digits.contains(digit) ? digit : nil
    }
}
