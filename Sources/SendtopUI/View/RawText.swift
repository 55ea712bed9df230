import SendtopCore

/// The events of a send as they came: where from, headers, and the body byte for byte.
enum RawText {
    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let timeline = state.shownTimeline else { return [] }
        let text = Paragraphs(width: width, glyphs: state.settings.glyphs)
        return lines(of: timeline).flatMap { line in
            let wrapped = text.lines(line.text, role: line.style.role)
            return wrapped.isEmpty ? [[]] : wrapped
        }
    }

    /// The lines as they came, however long, not cleaned yet.
    static func lines(of timeline: Timeline) -> [Run] {
        var lines: [Run] = []
        for event in timeline.events {
            if !lines.isEmpty { lines.append(Run("")) }
            let source = event.source.map { event.kind == .postback ? " from \($0)" : " by \($0)" } ?? ""
            lines.append(Run("event \(event.seq)  \(event.at.iso8601)  \(event.kind.rawValue)\(source)", .title))
            lines += event.headers.map { Run("\($0.name): \($0.value)", .dim) }
            if !event.headers.isEmpty { lines.append(Run("")) }
            lines += body(of: event).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { Run(String($0)) }
        }
        return lines
    }

    /// The body as text; where it is no UTF-8, each byte beyond ASCII by its number.
    private static func body(of event: Event) -> String {
        if let text = String(validating: event.body, as: UTF8.self) { return text }
        return event.body.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
