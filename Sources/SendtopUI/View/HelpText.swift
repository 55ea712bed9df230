import SendtopCore

/// All keys and what they do, from the table of actions and the user's own keys.
enum HelpText {
    private static let keyWidth = 17
    private static let nameWidth = 17
    /// Columns from which the actions' names are there, for the key file.
    private static let wide = 76

    private static let mouse = [
        (
            "click",
            "Choose a row; order by a column's name; go to a pane; do what a hint says; filter from a chart's bar on."
        ),
        ("wheel", "Scroll what is under it."),
        (
            "Shift and drag",
            "Select text as without sendtop; some terminals want Option or Fn. --no-mouse leaves it all to them."
        ),
    ]

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
        guard state.settings.hasMouse else { return lines }
        lines += [[], [Run(" With the mouse", .title)]]
        return lines + mouse.flatMap { self.lines(for: $0, "", $1, width: width, glyphs) }
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
        return lines(for: keys, action.id.rawValue, action.help, width: width, glyphs)
    }

    private static func lines(
        for label: String,
        _ name: String,
        _ help: String,
        width: Int,
        _ glyphs: Glyphs
    ) -> [[Run]] {
        let isWide = width >= wide
        let indent = keyWidth + (isWide ? nameWidth + 1 : 0)
        let text = TextWrap.lines(help, width: width - indent - 4, repertoire: glyphs.repertoire)
        return text.enumerated().map { index, line in
            let label = (index == 0 ? label : "").padded(to: keyWidth)
            let name = isWide ? (index == 0 ? name : "").padded(to: nameWidth) + " " : ""
            return [Run("  \(label) ", .key), Run(name, .dim), Run(line.map(\.text).joined())]
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
