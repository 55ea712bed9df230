import SendtopCore

/// The events of a send as they came: where from, headers, and the body byte for byte.
enum RawText {
    static func lines(for state: MonitorState, width: Int) -> [[Run]] {
        guard let timeline = state.shownTimeline else { return [] }
        let text = Paragraphs(width: width, glyphs: state.settings.glyphs)
        var lines: [[Run]] = []
        for event in timeline.events {
            if !lines.isEmpty { lines.append([]) }
            let source = event.source.map { event.kind == .postback ? " from \($0)" : " by \($0)" } ?? ""
            lines += text.lines(
                "event \(event.seq)  \(event.at.iso8601)  \(event.kind.rawValue)\(source)",
                role: .title
            )
            for header in event.headers { lines += text.lines("\(header.name): \(header.value)", role: .dim) }
            if !event.headers.isEmpty { lines.append([]) }
            for line in body(of: event).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                let wrapped = text.lines(String(line))
                lines += wrapped.isEmpty ? [[]] : wrapped
            }
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
