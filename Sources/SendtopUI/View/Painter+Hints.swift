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
        for id in hintedActions where !state.settings.isReadOnly || !Painter.changing.contains(id) {
            guard let action = Action.row(id), let key = state.settings.keymap.keys(of: id).first else { continue }
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
        if state.palette != nil { return [.runCommand, .completeCommand, .commandAbove, .commandBelow, .leavePalette] }
        if state.chosenFormat != nil { return [.takeFormat, .closeFormats, .formatUp, .formatDown] }
        switch state.layers.last {
        case .compose:
            if state.form.isConfirming {
                return state.settings.isProduction ? [.confirmWord, .takeBackWord] : [.confirm, .takeBack]
            }
            if state.form.sendingID != nil { return [.closeForm] }
            return formActions
        case .timeline:
            let special = message + peek
            return [.close, .up, .down, .raw, .explain] + special + [.codePoints, .filter, .compose, .help]
        case .reasons: return [.open, .explain, .close, .up, .down, .help]
        case .columns:
            return [.toggleColumn, .columnLeft, .columnRight, .orderByColumn, .standardColumns, .closeColumns]
        case .request: return [.copy, .close, .up, .down, .pageDown]
        case .drafts:
            switch state.drafts.phase {
            case .choosing: return [.loadDraft, .saveDraft, .deleteDraft, .closeDrafts, .draftUp, .draftDown]
            case .naming: return [.saveDraftAs, .dontSaveDraft]
            case .deleting: return [.confirmDelete, .keepDraft]
            }
        case .charts: return [.close, .zoomIn, .zoomOut, .up, .down, .help]
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
                .open, .filter, .command, .pause, .compose, .help, .quit,
            ] + places + [
                .reasons, .timeline, .charts, .nextPane, .order, .columns, .mark, .zoomIn, .zoomOut, .theme,
            ]
        case .timeline:
            return [.open, .raw, .explain] + message + peek + [.up, .down, .nextPane, .close, .help, .quit]
        case .reasons: return [.open, .explain, .up, .down, .nextPane, .close, .help, .quit]
        }
    }

    /// Ways back and forward, where there are any.
    private var places: [Action.ID] {
        (state.history.hasBack ? [.back] : []) + (state.history.hasForward ? [.forward] : [])
    }

    /// What sends stands first, in every field.
    private var formActions: [Action.ID] {
        if state.form.list != nil { return [.sendForm, .takeChoice, .nextChoice, .previousChoice, .closeChoices] }
        let field = state.form.focusedField
        let text = field.map { state.form.field($0) }
        if text?.selection != nil { return [.sendForm, .deleteWord, .copySelection, .putBack, .select] }
        let list: [Action.ID] = state.form.allChoices.isEmpty ? [] : [.choices]
        return [.sendForm, .nextField] + (field?.isJSON == true ? [.accept] : []) + list
            + [.closeForm, .drafts, .request, .undo, .redo, .select, .putBack, .previousField]
    }

    /// What is refused where nothing may be changed.
    private static let changing: Set<Action.ID> = [.compose, .export, .composeAgain, .saveView, .peek, .message]

    private var peek: [Action.ID] {
        state.settings.isMasked ? [.peek] : []
    }

    private var message: [Action.ID] {
        state.settings.showsMessages ? [.message] : []
    }

    /// What a key does here, where that is not what it does elsewhere.
    private func hint(for id: Action.ID) -> String? {
        switch id {
        case .saveViewAs: "to 9 save as"
        case .copy where state.layers.last == .request: "copy the curl line"
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
