public import SendtopCore

extension MonitorState {
    /// What would be exported now.
    var exportSubject: ExportSubject {
        switch layers.last {
        case .timeline?: .timeline
        case .reasons?: .reasons
        case let layer?: .text(layer)
        case nil:
            switch activePane {
            case .table: .sends
            case .timeline: .timeline
            case .reasons: .reasons
            }
        }
    }

    /// How much would be exported, in a few words; without a number while it is not counted.
    var exportSummary: String {
        switch exportSubject {
        case .sends where !marks.isEmpty: marks.count.counted("marked send")
        case .sends where header.isCounted && header.filter == filterLine.filter: header.matching.counted("send")
        case .sends: "sends"
        case .timeline: (timeline.map(TimelineEntry.entries)?.count ?? 0).counted("entry", "entries")
        case .reasons: (page?.reasons.count ?? 0).counted("group")
        case .text: exportedLines.count.counted("line")
        }
    }

    /// Opens the chooser of formats, at the one that was used last.
    mutating func chooseFormat() -> [Effect] {
        guard !refusesExport() else { return [] }
        chosenFormat = exportSubject.allows(lastFormat) ? lastFormat : .txt
        return []
    }

    /// Takes a key in while the chooser is open.
    mutating func performInFormats(_ action: Action.ID) -> [Effect] {
        guard let chosen = chosenFormat else { return [] }
        switch action {
        case .formatUp: moveFormat(from: chosen, by: -1)
        case .formatDown: moveFormat(from: chosen, by: 1)
        case .takeFormat: return export(as: chosen)
        case .closeFormats, .cancel: chosenFormat = nil
        default: return ExportFormat.allCases.first { $0.action == action }.map { export(as: $0) } ?? []
        }
        return []
    }

    private mutating func moveFormat(from format: ExportFormat, by delta: Int) {
        let formats = ExportFormat.allCases.filter(exportSubject.allows)
        guard let index = formats.firstIndex(of: format) else { return }
        chosenFormat = formats[max(0, min(formats.count - 1, index + delta))]
    }

    /// Exports what the keyboard is in; what cannot be had says why, and leaves the chooser open.
    mutating func export(as format: ExportFormat) -> [Effect] {
        guard !refusesExport() else { return [] }
        let subject = exportSubject
        guard subject.allows(format) else {
            notice = Notice(text: subject.refusal(of: format), role: .warning)
            return []
        }
        chosenFormat = nil
        lastFormat = format
        guard let rows = format.rows else { return [.export(.picture)] }
        guard subject == .sends else { return [.export(.document(document(of: subject, format, rows)))] }
        notice = Notice(text: "exporting", role: .dim)
        return [
            .export(
                .sends(
                    SendExport(
                        selection: marks.isEmpty ? .filter(filterLine.filter) : .sends(picked),
                        order: order,
                        table: SendTable(columns, campaigns: settings.campaignNames),
                        format: rows
                    )
                )
            )
        ]
    }

    private mutating func refusesExport() -> Bool {
        guard settings.isReadOnly else { return false }
        notice = Notice(text: "Nothing can be written: sendtop runs with --read-only.", role: .warning)
        return true
    }

    /// The screen as a picture, with what lies over it for a moment left out: chooser, palette, notice, and a peek,
    /// which is for the eyes alone.
    public func picture(theme: Theme, now: Timestamp) -> ExportDocument {
        ExportDocument(
            name: "screen",
            format: .svg,
            text: render(withoutPassing, size: size, theme: theme, now: now).svg(theme: theme),
            summary: "this screen, \(size.columns) by \(size.rows),"
        )
    }

    /// The state as it is exported.
    var withoutPassing: MonitorState {
        var state = self
        state.chosenFormat = nil
        state.palette = nil
        state.notice = nil
        state.peek = nil
        return state
    }
}

extension Int {
    /// The number with what it counts: `1 send`, `1 204 sends`.
    public func counted(_ one: String, _ many: String? = nil) -> String {
        "\(grouped) \(self == 1 ? one : many ?? one + "s")"
    }
}
