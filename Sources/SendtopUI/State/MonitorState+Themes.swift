import SendtopCore

extension MonitorState {
    /// Opens the picker of themes.
    mutating func chooseTheme() -> [Effect] {
        themeBefore = theme
        faultyTheme = nil
        layers.append(.themes)
        return [.listThemes]
    }

    /// Uses a theme by its name, and keeps it for the next run.
    mutating func use(theme name: String) -> [Effect] {
        theme = name
        memory.theme = name
        notice = Notice(text: "theme \(name)", role: .dim)
        return [.theme(name)] + remember()
    }

    /// The place among the themes of the one that is shown.
    var themeIndex: Int {
        themes.firstIndex(of: theme) ?? 0
    }

    /// Takes a key in while the picker is open.
    mutating func performInThemes(_ action: Action.ID) -> [Effect] {
        let page = max(1, layout.themes.rows - 2)
        switch action {
        case .themeUp: return showTheme(themeIndex - 1)
        case .themeDown: return showTheme(themeIndex + 1)
        case .themePageUp: return showTheme(themeIndex - page)
        case .themePageDown: return showTheme(themeIndex + page)
        case .firstTheme: return showTheme(0)
        case .lastTheme: return showTheme(themes.count - 1)
        case .keepTheme: return keepTheme()
        case .dropTheme, .cancel:
            layers.removeLast()
            let isChanged = theme != themeBefore
            theme = themeBefore
            return (isChanged ? [.theme(theme)] : []) + load()
        default: return []
        }
    }

    /// Shows a theme of the list at once; beyond the list's ends, the first or the last one.
    mutating func showTheme(_ index: Int) -> [Effect] {
        guard let name = themes[at: max(0, min(themes.count - 1, index))], name != theme else { return [] }
        theme = name
        faultyTheme = nil
        return [.theme(name)]
    }

    /// One that cannot be used is not kept: the picker stays, and says why.
    private mutating func keepTheme() -> [Effect] {
        guard faultyTheme != theme else { return [.theme(theme)] }
        layers.removeLast()
        memory.theme = theme
        notice = Notice(text: "theme \(theme)", role: .dim)
        return remember() + load()
    }
}
