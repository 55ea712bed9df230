import SendtopCore

/// A mail as lines: to whom, the subject, and both bodies as they are, markup included.
enum MessageText {
    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let message = state.message else { return [] }
        let glyphs = state.settings.glyphs
        switch message.answer {
        case nil: return [[Run(" asking the sandbox\(glyphs.ellipsis)", .dim)]]
        case .absent?:
            let text = "The sandbox has no mail for this send: it is not made yet, was aborted, or is forgotten."
            return wrapped(text, width: width, glyphs, role: .dim)
        case .failed(let reason)?: return wrapped(reason, width: width, glyphs, role: .error)
        case .found(let mail)?:
            var lines = [
                [Run(" to       ", .dim), Run(mail.to)],
                [Run(" subject  ", .dim), Run(mail.subject, Style(.text, bold: true))],
            ]
            for (title, body) in [("text", mail.text), ("html", mail.html)] where !body.isEmpty {
                lines += [[], [Run(" \(title)", .title)]]
                for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
                    let wrapped = wrapped(String(line), width: width, glyphs, role: .text)
                    lines += wrapped.isEmpty ? [[]] : wrapped
                }
            }
            return lines
        }
    }

    private static func wrapped(_ text: String, width: Int, _ glyphs: Glyphs, role: Role) -> [[Run]] {
        TextWrap.lines(text, width: width - 2, repertoire: glyphs.repertoire).map { line in
            [Run(" ")] + line.map { Run($0.text, Style($0.isSubstitute ? .substitute : role)) }
        }
    }
}

extension Painter {
    /// The mail of the chosen send.
    mutating func paintMessage() {
        let area = layout.layer
        let title = "message \(state.message?.dispatchID ?? "")"
        paintLines(
            MessageText.lines(for: state, width: area.columns),
            title: title,
            from: state.messageScroll,
            in: area
        )
    }
}
