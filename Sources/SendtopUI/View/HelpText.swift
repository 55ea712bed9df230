import SendtopCore

/// All keys and what they do, from the table of actions.
enum HelpText {
    private static let keyWidth = 16

    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        let glyphs = state.settings.glyphs
        var lines: [[Run]] = []
        for scope in Action.Scope.allCases {
            if !lines.isEmpty { lines.append([]) }
            lines.append([Run(" \(scope.rawValue)", .title)])
            for action in Action.all where action.scope == scope {
                lines += self.lines(for: action, width: width, glyphs)
            }
        }
        guard state.settings.hasMouse else { return lines }
        lines += [[], [Run(" With the mouse", .title)]]
        return lines + mouse.flatMap { self.lines(for: $0, $1, width: width, glyphs) }
    }

    private static let mouse = [
        (
            "click",
            "Choose a row; order by a column's name; go to a pane; do what a hint says; filter from a chart's minute on."
        ),
        ("wheel", "Scroll what is under it."),
        (
            "Shift and drag",
            "Select text as without sendtop; some terminals want Option or Fn. --no-mouse leaves it all to them."
        ),
    ]

    private static func lines(for action: Action, width: Int, _ glyphs: Glyphs) -> [[Run]] {
        lines(for: action.keys.map { $0.label(glyphs) }.joined(separator: " "), action.help, width: width, glyphs)
    }

    private static func lines(for label: String, _ help: String, width: Int, _ glyphs: Glyphs) -> [[Run]] {
        let text = TextWrap.lines(help, width: width - keyWidth - 4, repertoire: glyphs.repertoire)
        return text.enumerated().map { index, line in
            let label = (index == 0 ? label : "").padded(to: keyWidth)
            return [Run("  \(label) ", .key), Run(line.map(\.text).joined())]
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
    mutating func paintLines(_ lines: [[Run]], title: String, from scroll: Int, in area: Rect) {
        let body = area.inset(rows: 1)
        let first = max(0, min(scroll, lines.count - body.rows))
        let below = lines.count - first - body.rows
        let trailing = below > 0 ? "\(glyphs.down) \(below) more" : ""
        paintTitle(title, trailing: trailing, in: area, isActive: true)
        for offset in 0..<body.rows {
            guard let line = lines[at: first + offset] else { break }
            frame.write(line, in: body.line(offset))
        }
    }
}
