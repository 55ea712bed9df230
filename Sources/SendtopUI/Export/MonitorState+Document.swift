import SendtopCore

extension MonitorState {
    /// Columns of a text in a file: wide enough for all that panes show.
    private static let fileWidth = 120
    /// Of what is copied from a file, such as a mail's source or a curl line.
    private static let unbroken = 100_000

    /// A pane, or a layer of text, as a file.
    func document(of subject: ExportSubject, _ format: ExportFormat, _ rows: RowFormat) -> ExportDocument {
        ExportDocument(
            name: subject.fileName,
            format: format,
            text: withoutPassing.text(of: subject, rows),
            summary: "\(subject.title), \(exportSummary),"
        )
    }

    private func text(of subject: ExportSubject, _ format: RowFormat) -> String {
        switch (subject, format) {
        case (.reasons, _):
            let table = PaneTable(page?.reasons ?? [], campaigns: settings.campaignNames).text(format)
            return format == .md ? heading("\(reasonsTitle), as of \(now.iso8601.prefix(19))Z") + table : table
        case (.timeline, .md): return timelineMarkdown
        case (.timeline, .csv), (.timeline, .ndjson), (.timeline, .json):
            return PaneTable(timeline.map(TimelineEntry.entries) ?? []).text(format)
        case (_, .md): return heading(exportTitle) + fenced(exportedLines)
        default: return ([TextGate.line(exportTitle), ""] + exportedLines + [""]).joined(separator: "\n")
        }
    }

    /// The lines of the timeline, or of the text on top, all of them, cleaned.
    var exportedLines: [String] {
        var state = self
        // With all ids, as when it is open.
        if exportSubject == .timeline { state.layers = [.timeline] }
        let lines: [[Run]] =
            switch state.layers.last {
            case .timeline?: TimelineText.lines(for: state, width: MonitorState.fileWidth)
            case .help?: HelpText.lines(for: state, width: MonitorState.fileWidth)
            case .raw?: state.timeline.map(RawText.lines)?.map { [$0] } ?? []
            case .message?, .request?: state.textLines(width: MonitorState.unbroken)
            default: state.textLines(width: MonitorState.fileWidth)
            }
        return lines.map { TextGate.line($0.map(\.text).joined()).trimmingTrailingBlanks }
    }

    /// The send's facts as a list, its events as a table, and what is odd.
    private var timelineMarkdown: String {
        guard let timeline else { return heading(exportTitle) }
        let send = timeline.row.send
        var facts = [("status", "\(send.shape(.unicode)) \(send.status.rawValue)")]
        facts += [
            ("campaign", send.campaignAPIID.map(settings.campaignName)), ("to", send.recipient),
            ("reason", send.reason),
        ].compactMap { name, value in value.map { (name, $0) } }
        facts += TimelineText.identifiers(send).map { ($0.name, $0.value) }
        let list = facts.map { "- \($0.0): \(MarkdownField.text($0.1))\n" }.joined()
        let notes = TimelineEntry.notes(on: timeline).map { "- \(MarkdownField.text($0))\n" }.joined()
        let table = PaneTable(TimelineEntry.entries(of: timeline)).text(.md)
        return heading(exportTitle) + list + "\n" + table + (notes.isEmpty ? "" : "\n" + notes)
    }

    /// The title of the pane, with the send or the span that it is about, and the day, which its times of day lack.
    private var exportTitle: String {
        let painter = Painter(state: self, size: size, theme: nil, now: now)
        let layer = layers.last ?? .timeline
        let parts = [painter.title(of: layer), layer == .charts ? painter.chartsTrailing : ""].filter { !$0.isEmpty }
        return (parts + ["as of \(now.iso8601.prefix(19))Z"]).joined(separator: ", ")
    }

    private func heading(_ title: String) -> String {
        "# \(MarkdownField.text(title))\n\n"
    }

    /// Lines as a block of code, whatever they hold.
    private func fenced(_ lines: [String]) -> String {
        let longest = lines.map { $0.longestRun(of: "`") }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return ([fence + "text"] + lines + [fence, ""]).joined(separator: "\n")
    }
}

extension String {
    fileprivate func longestRun(of character: Character) -> Int {
        var (longest, run) = (0, 0)
        for each in self {
            run = each == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
