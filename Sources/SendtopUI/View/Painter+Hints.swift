import SendtopCore

extension Painter {
    /// The keys that matter here, as many as there is room for.
    mutating func paintHints(in area: Rect) {
        for place in hints(in: area) { frame.write(place.runs, in: place.area) }
    }

    /// Where the hints stand in a line, and what each is for.
    func hints(in area: Rect) -> [(action: Action, runs: [Run], area: Rect)] {
        var places: [(action: Action, runs: [Run], area: Rect)] = []
        var column = area.column
        let end = area.column + area.columns
        for id in hintedActions {
            guard let action = Action.row(id), let key = action.keys.first else { continue }
            let hint = hint(for: id) ?? action.hint
            let runs = [Run(key.label(glyphs), .key), Run(" \(hint)", .dim)]
            let width = runs.reduce(0) { $0 + $1.width(in: glyphs.repertoire) }
            guard column + width <= end else { break }
            places.append((action, runs, Rect(row: area.row, column: column, columns: width)))
            column += width + 2
        }
        return places
    }

    /// In the order of their use: the first ones are there on any screen.
    private var hintedActions: [Action.ID] {
        switch state.layers.last {
        case .compose:
            if state.form.isConfirming {
                return state.settings.isProduction ? [.confirmWord, .takeBackWord] : [.confirm, .takeBack]
            }
            if state.form.sendingID != nil { return [.closeForm] }
            return [.nextField, .previousField, .accept, .closeForm]
        case .timeline:
            return [.close, .up, .down, .raw, .explain] + message + [.codePoints, .filter, .compose, .help]
        case .reasons: return [.open, .explain, .close, .up, .down, .help]
        case .columns:
            return [.toggleColumn, .columnLeft, .columnRight, .orderByColumn, .standardColumns, .closeColumns]
        case .themes: return [.keepTheme, .dropTheme, .themeUp, .themeDown]
        case .help, .message, .raw, .codePoints, .explanation: return [.close, .up, .down, .pageDown]
        case nil: break
        }
        if state.isSavingView { return [.saveViewAs, .dontSaveView] }
        if state.filterLine.isEditing { return [.keepFilter, .dropFilter, .olderFilter, .newerFilter] }
        switch state.activePane {
        case .table:
            let marked: [Action.ID] = state.marks.isEmpty ? [] : [.copy, .export, .markAll]
            return marked + [
                .open, .filter, .pause, .compose, .help, .quit, .reasons, .timeline, .nextPane, .order, .columns, .mark,
                .theme,
            ]
        case .timeline: return [.open, .raw, .explain] + message + [.up, .down, .nextPane, .close, .help, .quit]
        case .reasons: return [.open, .explain, .up, .down, .nextPane, .close, .help, .quit]
        }
    }

    private var message: [Action.ID] {
        state.settings.showsMessages ? [.message] : []
    }

    /// What a key does here, where that is not what it does elsewhere.
    private func hint(for id: Action.ID) -> String? {
        switch id {
        case .saveViewAs: "to 9 save as"
        case .copy: "copy \(state.marks.count.grouped) ids"
        case .markAll where !state.marks.isEmpty: "unmark"
        case .pause where !state.viewport.isFollowing: "live"
        case .open where state.layers.last == .reasons || state.activePane == .reasons: "show its sends"
        case .accept where state.form.focus == .send: "send"
        case .accept where state.form.focusedField?.isJSON == true: "new line"
        default: nil
        }
    }
}
