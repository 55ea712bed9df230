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
        return lines
    }

    private static func lines(for action: Action, width: Int, _ glyphs: Glyphs) -> [[Run]] {
        let keys = action.keys.map { $0.label(glyphs) }.joined(separator: " ")
        let text = TextWrap.lines(action.help, width: width - keyWidth - 4, repertoire: glyphs.repertoire)
        return text.enumerated().map { index, line in
            let label = (index == 0 ? keys : "").padded(to: keyWidth)
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
