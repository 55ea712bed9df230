import SendtopCore

/// A mail as lines: to whom, the subject, and both bodies as they are, markup included.
enum MessageText {
    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let message = state.message else { return [] }
        let glyphs = state.settings.glyphs
        let paragraphs = Paragraphs(width: width, glyphs: glyphs)
        switch message.answer {
        case nil: return [[Run(" asking the sandbox\(glyphs.ellipsis)", .dim)]]
        case .absent?:
            let text = "The sandbox has no mail for this send: it is not made yet, was aborted, or is forgotten."
            return paragraphs.lines(text, role: .dim)
        case .failed(let reason)?: return paragraphs.lines(reason, role: .error)
        case .found(let mail)?:
            var lines = [
                [Run(" to       ", .dim), Run(mail.to)],
                [Run(" subject  ", .dim), Run(mail.subject, Style(.text, bold: true))],
            ]
            for (title, body) in [("text", mail.text), ("html", mail.html)] where !body.isEmpty {
                lines += [[], [Run(" \(title)", .title)]]
                for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                    let wrapped = paragraphs.lines(String(line))
                    lines += wrapped.isEmpty ? [[]] : wrapped
                }
            }
            return lines
        }
    }
}
