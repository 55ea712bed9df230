import SendtopCore

extension Painter {
    /// The drafts that were saved, and the name that is typed for another.
    mutating func paintDrafts() {
        let area = layout.layer
        let drafts = state.drafts
        let count = drafts.saved.map { "\($0.count) saved" } ?? ""
        paintTitle("drafts, profile \(state.settings.profile)", trailing: count, in: area, isActive: true)
        let body = area.inset(rows: 1)
        let head = paintHead(in: body)
        let list = body.inset(rows: head)
        if let problem = drafts.problem {
            let lines = TextWrap.lines(problem, width: list.columns - 2, repertoire: glyphs.repertoire)
            for (row, line) in lines.enumerated() {
                frame.write(line.map { Run($0.text, .error) }, in: list.line(row).inset(columns: 1))
            }
        } else if drafts.saved?.isEmpty == true, drafts.phase == .choosing {
            let key = label(.saveDraft)
            frame.write([Run(" None yet; \(key) saves the form under a name.", .dim)], in: list)
        } else {
            paint(drafts.saved ?? [], in: list)
        }
    }

    /// What is asked: the name to save under, or whether to delete.
    ///
    /// - Returns: the rows that it takes.
    private mutating func paintHead(in area: Rect) -> Int {
        let drafts = state.drafts
        switch drafts.phase {
        case .choosing:
            return 0
        case .naming:
            let label = " save as "
            frame.write([Run(label, Style(.focus, bold: true))], in: area)
            frame.cursor = write(drafts.name, in: area.line(0).inset(columns: label.count), style: Style(.text))
            let remark = drafts.replaced == nil ? "" : " There is a draft of that name; Enter replaces it."
            frame.write([Run(remark, .warning)], in: area.line(1))
            return 2
        case .deleting(let name):
            frame.write([Run(" Delete the draft \(name)? y deletes it, Esc keeps it.", .focus)], in: area)
            return 2
        }
    }

    private mutating func paint(_ saved: [SavedDraft], in area: Rect) {
        let cursor = state.drafts.cursor
        let first = max(0, min(cursor - area.rows + 1, saved.count - area.rows))
        let width = saved.map { $0.name.columns(in: glyphs.repertoire) }.max() ?? 0
        let nameWidth = max(8, min(width, area.columns / 3))
        for offset in 0..<area.rows {
            guard let draft = saved[at: first + offset] else { break }
            let line = area.line(offset)
            let isChosen = first + offset == cursor
            if isChosen { frame.write([Run(glyphs.marker, .focus)], in: line) }
            let name = Rect(row: line.row, column: line.column + 2, columns: nameWidth)
            frame.write([Run(draft.name, Style(.text, bold: isChosen))], in: name)
            let campaign = state.settings.campaignName(draft.draft[.campaign])
            let about = line.inset(columns: nameWidth + 4)
            let at = draft.savedAt.iso8601.prefix(16).replacing("T", with: " ")
            let facts = [campaign, draft.draft.person].filter { !$0.isEmpty }.joined(separator: " \(glyphs.crumb) ")
            frame.write([Run("\(at)Z  ", .dim), Run(facts)], in: about)
        }
    }
}

extension SendDraft {
    /// Whom the draft is to, as it was typed.
    fileprivate var person: String {
        let alias = [self[.aliasLabel], self[.aliasName]].filter { !$0.isEmpty }.joined(separator: ":")
        return self[.externalUserID].isEmpty ? alias : self[.externalUserID]
    }
}
