import SendtopCore

/// The lines of the compose form, and which of them have the keyboard.
struct FormText {
    /// Columns before a field's text.
    static let labelWidth = 22
    /// Rows from which blank lines part the fields.
    private static let roomyRows = 24
    /// Rows from which the question before a send stands below the form; on smaller screens it stands alone.
    private static let questionRows = 16

    let state: MonitorState
    let columns: Int
    let rows: Int

    private var form: ComposeForm { state.form }
    private var glyphs: Glyphs { state.settings.glyphs }
    private var isRoomy: Bool { rows >= FormText.roomyRows }

    private func label(_ id: Action.ID) -> String {
        state.settings.keymap.label(of: id, glyphs)
    }

    /// The form's lines, and the rows of what has the keyboard with all that is said of it.
    var lines: (lines: [FormLine], focus: Range<Int>) {
        if case .confirming(let request) = form.phase, rows < FormText.questionRows {
            return (question(request, indent: 1) + risk(indent: 1), 0..<1)
        }
        var lines: [FormLine] = isRoomy ? [.gap] : []
        var focus = 0..<1
        for item in ComposeForm.order {
            let start = lines.reduce(0) { $0 + $1.rows }
            switch item {
            case .field(.campaign) where form.chosen != nil: lines.append(.choice)
            case .field(let field): lines.append(.field(field, rows: rows(of: field)))
            case .send: lines += [.gap, .send]
            }
            lines += remarks(on: item)
            if item == form.focus { focus = start..<lines.reduce(0) { $0 + $1.rows } }
            if form.phase != .editing, item == .send { focus = start..<lines.reduce(0) { $0 + $1.rows } }
            if isRoomy, item.endsGroup { lines.append(.gap) }
        }
        return (lines, focus)
    }

    private func rows(of field: SendDraft.Field) -> Int {
        guard field.isJSON else { return 1 }
        let isFocused = form.focusedField == field
        let most = isRoomy ? max(8, rows / 4) : 4
        let least = isFocused && rows >= 12 ? 3 : 1
        return max(least, min(most, form.field(field).lines.count))
    }

    /// The faults of a field; for the focused one the list that is open or, without faults, a hint.
    private func remarks(on item: ComposeForm.Focus) -> [FormLine] {
        switch item {
        case .field(let field):
            let faults = form.faults(of: field)
            var lines = faults.prefix(3).flatMap { remark("\($0)", form.isUnfinished($0) ? .dim : .error) }
            if form.blamed.contains(field) { lines += remark("The service's answer is about this field.", .error) }
            guard item == form.focus else { return lines }
            if form.list != nil { return lines + options }
            return lines.isEmpty ? remark(hint(for: field), .dim) : lines
        case .send:
            switch form.phase {
            case .editing: return form.answer.map { remark($0.text, $0.role) } ?? []
            case .confirming(let request): return risk(indent: 2) + question(request, indent: 2)
            case .sending: return remark("sending\(glyphs.ellipsis)", .dim)
            }
        }
    }

    /// The entries of the open list that there is room for, the chosen one among them.
    private var options: [FormLine] {
        let choices = form.choices
        let room = max(1, min(8, rows / 3, choices.count))
        let first = max(0, min((form.list?.index ?? 0) - room / 2, choices.count - room))
        var lines = choices.indices.dropFirst(first).prefix(room).map { index in
            FormLine.option(choices[index], isChosen: index == form.list?.index)
        }
        if choices.count > room {
            let blanks = String(repeating: " ", count: indent + 2)
            let place = form.list?.index.map { $0 + 1 } ?? 0
            lines.append(.text([Run("\(blanks)\(place) of \(choices.count)", .dim)]))
        }
        return lines
    }

    private func question(_ request: SendRequest, indent: Int) -> [FormLine] {
        let campaign = short(state.settings.campaignName(request.campaignAPIID))
        let profile = state.settings.profile
        let question = "Send \(campaign) to \(short(request.recipient.name)) with profile \(profile)?"
        guard state.settings.isProduction else {
            return remark(
                "\(question) \(label(.confirm)) sends, \(label(.takeBack)) goes back.",
                .focus,
                indent: indent
            )
        }
        let demand =
            "\(question) It mails a real person: type \(profile) and \(label(.confirmWord)) to send, "
            + "\(label(.takeBackWord)) goes back."
        return remark(demand, .focus, indent: indent) + [.word]
    }

    /// A name of which no more is shown than everything else leaves room for.
    private func short(_ name: String) -> String {
        // The ellipsis takes one column more.
        name.shortened(to: max(12, min(120, columns / 2)) + 1, glyphs)
    }

    private func risk(indent: Int) -> [FormLine] {
        form.risk.map { remark("Take care: \($0)", .warning, indent: indent) } ?? []
    }

    private func hint(for field: SendDraft.Field) -> String {
        switch field {
        case .campaign:
            let (left, right) = (Key.left.label(glyphs), Key.right.label(glyphs))
            let list = "\(left) \(right) choose; or type a campaign's API identifier."
            return form.campaigns.isEmpty ? "The campaign's API identifier." : list
        case .externalUserID:
            let users = form.userHints.prefix(12)
            let known = "Known to the sandbox: \(users.joined(separator: ", "))."
            return users.isEmpty ? "The person to mail; or an alias below." : known
        case .aliasLabel, .aliasName:
            return "The person to mail, instead of an external user id: label and name."
        case .attributes:
            return keysHint(field) ?? "Optional: a JSON object with attributes of the user."
        case .triggerProperties:
            return keysHint(field) ?? "Optional: a JSON object with what the message is filled in with."
        case .externalSendID:
            return "Optional: your own id for the send. The same one is not mailed twice within 24 hours."
        }
    }

    /// The keys that the campaign was sent with before.
    private func keysHint(_ field: SendDraft.Field) -> String? {
        guard form.isBlank(field) else { return nil }
        let keys = form.used.properties(of: field, campaign: form.draft[.campaign]).map(\.key)
        guard !keys.isEmpty else { return nil }
        let names = keys.prefix(12).joined(separator: ", ")
        return
            "Optional. \(label(.choices)), \(label(.takeChoice)) begin with the keys used with \(form.campaignName): \(names)."
    }

    private var indent: Int {
        min(FormText.labelWidth + 1, columns / 3)
    }

    private func remark(_ text: String, _ role: Role, indent: Int? = nil) -> [FormLine] {
        let blanks = String(repeating: " ", count: indent ?? self.indent)
        let lines = TextWrap.lines(text, width: columns - blanks.count - 1, repertoire: glyphs.repertoire)
        return lines.map { line in
            .text([Run(blanks)] + line.map { Run($0.text, Style($0.isSubstitute ? .substitute : role)) })
        }
    }
}

extension ComposeForm {
    /// Whether a fault of JSON is none yet, since the text is still being typed.
    func isUnfinished(_ fault: SendRequestError.Fault) -> Bool {
        guard case .json(let error) = fault.rule, fault.field == focusedField else { return false }
        return error.isUnfinished && !faults.contains(fault)
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
