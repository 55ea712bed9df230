import SendtopCore

/// All keys and what they do, from the table of actions and the user's own keys.
enum HelpText {
    private static let keyWidth = 16
    private static let nameWidth = 17
    /// Columns from which the actions' names are there, for the key file.
    private static let wide = 76

    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        let glyphs = state.settings.glyphs
        var lines = introduction(for: state, width: width)
        for scope in Action.Scope.allCases {
            if !lines.isEmpty { lines.append([]) }
            lines.append([Run(" \(scope.rawValue)", .title)])
            for action in Action.all where action.scope == scope {
                let keys = state.settings.keymap.keys(of: action.id)
                lines += self.lines(for: action, keys, width: width, glyphs)
            }
        }
        return lines
    }

    /// Where keys can be changed.
    private static func introduction(for state: MonitorState, width: Int) -> [[Run]] {
        guard let file = state.settings.keymap.file else { return [] }
        let text =
            state.settings.keymap.isChanged
            ? "Keys are changed by \(file)." : "Keys can be changed in \(file), such as: filter: [f, \"/\"]"
        return TextWrap.lines(text, width: width - 2, repertoire: state.settings.glyphs.repertoire).map { line in
            [Run(" " + line.map(\.text).joined(), .dim)]
        }
    }

    private static func lines(for action: Action, _ keys: [Key], width: Int, _ glyphs: Glyphs) -> [[Run]] {
        let keys = keys.isEmpty ? glyphs.none : keys.map { $0.label(glyphs) }.joined(separator: " ")
        let isWide = width >= wide
        let indent = keyWidth + (isWide ? nameWidth + 1 : 0)
        let text = TextWrap.lines(action.help, width: width - indent - 4, repertoire: glyphs.repertoire)
        return text.enumerated().map { index, line in
            let key = (index == 0 ? keys : "").padded(to: keyWidth)
            let name = isWide ? (index == 0 ? action.id.rawValue : "").padded(to: nameWidth) + " " : ""
            return [Run("  \(key) ", .key), Run(name, .dim), Run(line.map(\.text).joined())]
        }
    }
}

extension Painter {
    /// The list of keys.
    mutating func paintHelp() {
        let area = layout.layer
        paintLines(HelpText.lines(for: state, width: area.columns), title: "keys", from: state.helpScroll, in: area)
    }

    /// Lines under a title, from one of them on, and how many follow.
    mutating func paintLines(
        _ lines: [[Run]],
        title: String,
        trailing: String = "",
        from scroll: Int,
        in area: Rect
    ) {
        let body = area.inset(rows: 1)
        let first = max(0, min(scroll, lines.count - body.rows))
        let below = lines.count - first - body.rows
        let trailing = below > 0 ? "\(glyphs.down) \(below) more" : trailing
        paintTitle(title, trailing: trailing, in: area, isActive: true)
        for offset in 0..<body.rows {
            guard let line = lines[at: first + offset] else { break }
            frame.write(line, in: body.line(offset))
        }
    }
}
