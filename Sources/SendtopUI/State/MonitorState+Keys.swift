import SendtopCore

extension MonitorState {
    /// Where the keys of this moment are looked up, the first that has one wins.
    var scopes: [Action.Scope] {
        if palette == nil, layers.last == .drafts { return drafts.scopes }
        if palette == nil, layers.last == .compose {
            guard form.isConfirming else {
                return form.list == nil ? [.form, .field, .everywhere] : [.choices, .form, .field, .everywhere]
            }
            return settings.isProduction ? [.word, .field, .everywhere] : [.confirm, .everywhere]
        }
        if palette != nil { return [.palette, .field, .everywhere] }
        if chosenFormat != nil { return [.formats, .everywhere] }
        if layers.last == .columns { return [.columns, .everywhere] }
        if layers.last == .themes { return [.themes, .everywhere] }
        if isSavingView { return [.saving, .everywhere] }
        return filterLine.isEditing ? [.filter, .field, .everywhere] : [.screen, .everywhere]
    }

    /// Takes a key in.
    mutating func press(_ key: Key) -> [Effect] {
        switch key {
        case .focusIn, .focusOut: return []
        case .mouse(let mouse): return point(mouse)
        default: notice = nil
        }
        let action = settings.keymap.find(key, in: scopes)
        if action == .repaint { return [.repaint] }
        if palette != nil { return pressInPalette(key, action) }
        if chosenFormat != nil { return action.map { performInFormats($0) } ?? [] }
        if layers.last == .compose { return pressInForm(key, action) }
        if layers.last == .drafts { return pressInDrafts(key, action) }
        if layers.last == .request, action == .copy { return copyCurlLine() }
        if layers.last == .request, action == .cancel { return press(.escape) }
        if layers.last == .themes { return action.map { performInThemes($0) } ?? [] }
        if action == .cancel, layers.last == .columns || isSavingView {
            isSavingView = false
            return layers.last == .columns ? toggleColumns() : []
        }
        if layers.last == .columns { return action.map { performInColumns($0) } ?? [] }
        if isSavingView { return pressInSaving(key, action) }
        if filterLine.isEditing { return pressInFilter(key, action) }
        if action == .view { return settings.keymap.view(key, for: .view).map { useView($0) } ?? [] }
        return action.map { perform($0) } ?? []
    }

    /// Does what an action of the screen says.
    mutating func perform(_ action: Action.ID) -> [Effect] {
        switch action {
        case .up, .down, .pageUp, .pageDown, .newest, .oldest: return move(action)
        case .open: return open()
        case .nextPane: return moveFocus(by: 1)
        case .previousPane: return moveFocus(by: -1)
        case .filter: return beginFilter()
        case .pause: return viewport.isFollowing ? hold() : follow()
        case .compose: return compose()
        case .reasons: return toggle(.reasons)
        case .charts: return toggleCharts()
        case .zoomIn: return zoom(span.shorter)
        case .zoomOut: return zoom(span.longer)
        case .timeline: return toggle(.timeline)
        case .message: return showMessage()
        case .raw: return open(.raw)
        case .codePoints: return open(.codePoints)
        case .explain: return explain()
        case .peek: return peekAtChosen()
        case .theme: return chooseTheme()
        case .help: return toggleHelp()
        case .command: return openPalette()
        case .goTo: return openPalette(with: "\(Action.ID.goTo.rawValue) ")
        case .back: return goBack()
        case .forward: return goForward()
        case .repaint: return [.repaint]
        case .order: return orderByNextColumn()
        case .reverse: return reverseOrder()
        case .columns: return toggleColumns()
        case .mark: return markChosen()
        case .markRange: return markRange()
        case .markAll: return markAll()
        case .copy: return copy()
        case .export: return chooseFormat()
        case .composeAgain: return composeAgain()
        case .saveView: return beginSavingView()
        case .close: return close()
        case .quit: return closeLayer() ?? [.quit]
        case .cancel: return [.quit]
        default: return []
        }
    }

    mutating func move(_ action: Action.ID) -> [Effect] {
        switch layers.last {
        case .help:
            helpScroll = scrolled(helpScroll, action, lines: HelpText.lines(for: self, width: size.columns).count)
            return []
        case .message, .raw, .codePoints, .explanation, .request, .charts:
            textScroll = scrolled(textScroll, action, lines: textLines(width: size.columns).count)
            return []
        case .timeline:
            scrollTimeline(action, in: layout.layer)
            return []
        case .reasons:
            return moveReason(action)
        case .compose, .drafts, .columns, .themes, nil:
            break
        }
        switch activePane {
        case .timeline:
            if let area = layout.timeline { scrollTimeline(action, in: area) }
            return []
        case .reasons: return moveReason(action)
        case .table: return moveInTable(action)
        }
    }

    mutating func moveInTable(_ action: Action.ID) -> [Effect] {
        switch action {
        case .up: return moveCursor(by: -1)
        case .down: return moveCursor(by: 1)
        case .pageUp: return movePage(by: -1)
        case .pageDown: return movePage(by: 1)
        case .newest:
            leave()
            return follow()
        default:
            leave()
            return goToOldest()
        }
    }

    mutating func scrollTimeline(_ action: Action.ID, in area: Rect) {
        watched = nil
        let lines = TimelineText.lines(for: self, width: area.columns).count
        timelineScroll = scrolled(timelineScroll, action, lines: lines, height: area.rows - 1)
    }

    private func scrolled(_ offset: Int, _ action: Action.ID, lines: Int, height: Int? = nil) -> Int {
        let height = max(1, height ?? layout.layer.rows - 1)
        let last = max(0, lines - height)
        let target =
            switch action {
            case .up: offset - 1
            case .down: offset + 1
            case .pageUp: offset - height
            case .pageDown: offset + height
            case .newest: 0
            default: last
            }
        return max(0, min(last, target))
    }

    mutating func moveReason(_ action: Action.ID) -> [Effect] {
        guard let reasons = page?.reasons, !reasons.isEmpty else { return [] }
        let target = scrolled(reasonIndex, action, lines: reasons.count, height: 1)
        reasonCursor = reasons[at: target].map(ReasonKey.init)
        return []
    }

    /// The place among the groups of reasons of the one that the keyboard acts on.
    var reasonIndex: Int {
        page?.reasons.firstIndex { ReasonKey($0) == reasonCursor } ?? 0
    }

    private mutating func open() -> [Effect] {
        if layers.last == .reasons || (layers.isEmpty && activePane == .reasons) { return filterByReason() }
        guard layers.isEmpty, !rows.isEmpty else { return [] }
        leave()
        if viewport.isFollowing { _ = hold() }
        layers.append(.timeline)
        return load()
    }

    private mutating func filterByReason() -> [Effect] {
        guard let group = page?.reasons[at: reasonIndex] else { return [] }
        leave()
        layers.removeAll { $0 == .reasons }
        focus = .table
        // The number beside the reason is of that span; so the sends that it opens are.
        useFilter("\(group.filterText) age<\(MonitorState.reasonsSpan / 60_000)m")
        crumb = Crumb(title: group.title, filter: filterLine.field.text)
        return follow()
    }

    private mutating func moveFocus(by delta: Int) -> [Effect] {
        guard layers.isEmpty, Layout.hasRoomForPanes(size) else { return [] }
        var panes = [Pane.table]
        if showsTimeline, !viewport.isFollowing { panes.append(.timeline) }
        if showsReasons { panes.append(.reasons) }
        let index = panes.firstIndex(of: activePane) ?? 0
        focus = panes[(index + delta + panes.count) % panes.count]
        return load()
    }

    private mutating func toggle(_ pane: Pane) -> [Effect] {
        guard layers.isEmpty else { return [] }
        let layer = pane == .timeline ? Layer.timeline : .reasons
        let isShown = pane == .timeline ? layout.timeline != nil : layout.reasons != nil
        let place = place
        if !isShown, pane == .timeline, viewport.isFollowing {
            guard !rows.isEmpty else { return [] }
            _ = hold()
        }
        if !Layout.hasRoomForPanes(size) {
            history.leave(place)
            layers.append(layer)
            return load()
        }
        if pane == .timeline { showsTimeline = !isShown } else { showsReasons = !isShown }
        if isShown {
            if focus == pane { focus = .table }
        } else if pane == .timeline ? layout.timeline == nil : layout.reasons == nil {
            // There is room for one pane only: the focused one.
            focus = pane
        }
        return load()
    }

    private mutating func toggleHelp() -> [Effect] {
        helpScroll = 0
        if layers.last == .help { layers.removeLast() } else { layers.append(.help) }
        return []
    }

    private mutating func close() -> [Effect] {
        peek = nil
        if let effects = closeLayer() { return effects }
        if activePane != .table {
            focus = .table
            return load()
        }
        if !marks.isEmpty { return markAll() }
        guard !filterLine.field.isEmpty else { return [] }
        leave()
        useFilter("")
        return follow()
    }
}
