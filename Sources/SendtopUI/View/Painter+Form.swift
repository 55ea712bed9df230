import SendtopCore

extension Painter {
    /// Columns before a field's text.
    private static let labelWidth = 22

    /// The compose form, scrolled so that what has the keyboard is in view.
    mutating func paintForm() {
        let area = layout.layer
        paintTitle("compose, profile \(state.settings.profile)", in: area, isActive: true)
        let body = area.inset(rows: 1)
        let (lines, focus) = formLines(in: body)
        let total = lines.reduce(0) { $0 + $1.rows }
        let first = max(0, min(focus.upperBound - body.rows, total - body.rows))
        var row = -first
        for line in lines {
            paint(line, at: row, in: body)
            row += line.rows
        }
    }

    /// The form's lines, and the rows of what has the keyboard with all that is said of it.
    private func formLines(in area: Rect) -> (lines: [FormLine], focus: Range<Int>) {
        let form = state.form
        // With room to spare, blank lines part the fields.
        let isRoomy = area.rows >= 24
        var lines: [FormLine] = isRoomy ? [.gap] : []
        var focus = 0..<1
        for item in ComposeForm.order {
            let start = lines.reduce(0) { $0 + $1.rows }
            switch item {
            case .field(.campaign) where form.chosen != nil: lines.append(.choice)
            case .field(let field): lines.append(.field(field, rows: rows(of: field, in: area)))
            case .send: lines += [.gap, .send]
            }
            lines += remarks(on: item, width: area.columns)
            if item == form.focus { focus = start..<lines.reduce(0) { $0 + $1.rows } }
            if isRoomy, item.endsGroup { lines.append(.gap) }
        }
        return (lines, focus)
    }

    private func rows(of field: SendDraft.Field, in area: Rect) -> Int {
        guard field.isJSON else { return 1 }
        let isFocused = state.form.focusedField == field
        let lines = state.form.field(field).lines.count
        let most = area.rows >= 24 ? 8 : 4
        let least = isFocused && area.rows >= 12 ? 3 : 1
        return max(least, min(most, lines))
    }

    /// The faults of a field; for the focused one without faults, a hint.
    private func remarks(on item: ComposeForm.Focus, width: Int) -> [FormLine] {
        let form = state.form
        switch item {
        case .field(let field):
            let faults = form.faults(of: field)
            if !faults.isEmpty {
                return faults.prefix(3).flatMap { remark("\($0)", .error, width: width) }
            }
            guard item == form.focus, let hint = hint(for: field) else { return [] }
            return remark(hint, .dim, width: width)
        case .send:
            switch form.phase {
            case .editing:
                return form.answer.map { remark($0.text, $0.role, width: width) } ?? []
            case .confirming(let request):
                let risk = form.risk.map { remark("Take care: \($0)", .warning, width: width) } ?? []
                let asked = remark(question(request), .focus, width: width)
                return risk + asked + (state.settings.isProduction ? [.word] : [])
            case .sending:
                return remark("sending\(glyphs.ellipsis)", .dim, width: width)
            }
        }
    }

    private func question(_ request: SendRequest) -> String {
        let campaign = state.settings.campaignName(request.campaignAPIID)
        let profile = state.settings.profile
        let question = "Send \(campaign) to \(request.recipient.name) with profile \(profile)?"
        guard state.settings.isProduction else { return "\(question) y sends, Esc goes back." }
        return "\(question) It mails a real person: type \(profile) and Enter to send, Esc goes back."
    }

    private func hint(for field: SendDraft.Field) -> String? {
        switch field {
        case .campaign:
            let (left, right) = (Key.left.label(glyphs), Key.right.label(glyphs))
            let list = "\(left) \(right) choose; or type a campaign's API identifier."
            return state.form.campaigns.isEmpty ? "The campaign's API identifier." : list
        case .externalUserID:
            // The demo's users are made up, and the same for everybody.
            let isSecret = state.settings.isMasked && !state.settings.isDemo
            let users = isSecret ? [] : state.settings.userHints.prefix(12)
            let known = "Known to the sandbox: \(users.joined(separator: ", "))."
            return users.isEmpty ? "The person to mail; or an alias below." : known
        case .aliasLabel, .aliasName:
            return "The person to mail, instead of an external user id: label and name."
        case .attributes:
            return "Optional: a JSON object with attributes of the user."
        case .triggerProperties:
            return "Optional: a JSON object with what the message is filled in with."
        case .externalSendID:
            return "Optional: your own id for the send. The same one is not mailed twice within 24 hours."
        }
    }

    private func remark(_ text: String, _ role: Role, width: Int) -> [FormLine] {
        let indent = String(repeating: " ", count: min(Painter.labelWidth + 1, width / 3))
        let lines = TextWrap.lines(text, width: width - indent.count - 1, repertoire: glyphs.repertoire)
        return lines.map { line in
            .text([Run(indent)] + line.map { Run($0.text, Style($0.isSubstitute ? .substitute : role)) })
        }
    }

    private mutating func paint(_ line: FormLine, at row: Int, in area: Rect) {
        guard row >= 0, row < area.rows else { return }
        let place = area.line(row)
        switch line {
        case .gap: break
        case .text(let runs): frame.write(runs, in: place)
        case .choice: paintChoice(in: place)
        case .send: paintSend(in: place)
        case .word:
            frame.cursor = write(state.form.word, in: place.inset(columns: Painter.labelWidth + 1), style: Style(.text))
        case .field(let field, let rows):
            let rows = min(rows, area.rows - row)
            paint(field, in: Rect(row: place.row, column: place.column, columns: place.columns, rows: rows))
        }
    }

    private mutating func paintLabel(_ field: SendDraft.Field, in area: Rect) -> Rect {
        let isFocused = state.form.focusedField == field
        let style = isFocused ? Style(.focus, bold: true) : Style(.dim)
        let mark = isFocused ? glyphs.marker : " "
        frame.write([Run("\(mark) \(field.label)", style)], in: area)
        let text = area.inset(columns: Painter.labelWidth)
        for row in 0..<area.rows {
            let edge = Rect(row: area.row + row, column: text.column - 1, columns: 1)
            frame.write([Run(glyphs.vertical, isFocused ? .focus : .border)], in: edge)
        }
        return Rect(row: area.row, column: text.column + 1, columns: text.columns - 2, rows: area.rows)
    }

    private mutating func paint(_ field: SendDraft.Field, in area: Rect) {
        let room = paintLabel(field, in: area)
        let cursor = write(state.form.field(field), in: room, style: Style(.text))
        if state.form.focusedField == field, state.form.phase == .editing { frame.cursor = cursor }
    }

    private mutating func paintChoice(in area: Rect) {
        let room = paintLabel(.campaign, in: area)
        guard let campaign = state.form.chosen, let index = state.form.choice else { return }
        let count = "\(index + 1) of \(state.form.campaigns.count)"
        frame.write(
            [
                Run("\(glyphs.choiceLeft) ", .key), Run(campaign.name), Run(" \(glyphs.choiceRight)", .key),
                Run("  \(count)  \(campaign.id)", .dim),
            ],
            in: room
        )
    }

    private mutating func paintSend(in area: Rect) {
        let isFocused = state.form.focus == .send
        let mark = isFocused ? glyphs.marker : " "
        let style = isFocused ? Style(.focus, bold: true) : Style(.key)
        frame.write([Run("\(mark) ", style), Run("[ Send ]", style)], in: area)
    }
}

extension ComposeForm.Focus {
    /// Whether the next field is about something else.
    fileprivate var endsGroup: Bool {
        switch self {
        case .field(.campaign), .field(.aliasName), .field(.attributes), .field(.triggerProperties): true
        default: false
        }
    }
}
