import SendtopCore

/// The form that a send is composed in.
struct ComposeForm: Sendable, Hashable {
    /// Where the keyboard is.
    enum Focus: Sendable, Hashable {
        case field(SendDraft.Field)
        case send
    }

    /// How far the send is.
    enum Phase: Sendable, Hashable {
        case editing
        /// Asks whether to send this.
        case confirming(SendRequest)
        /// Waits for the answer to the request of this id.
        case sending(String)
    }

    /// What the service, or the way to it, said to the last attempt.
    struct Answer: Sendable, Hashable {
        var text: String
        var role: Role
    }

    static let order: [Focus] = SendDraft.Field.allCases.map(Focus.field) + [.send]

    let campaigns: [MonitorSettings.Campaign]
    let style: SendDraft.Style
    private(set) var fields: [SendDraft.Field: TextField] = [:]
    /// The campaign of the list that is chosen; `nil` when an identifier is typed instead.
    private(set) var choice: Int?
    var focus = Focus.field(.campaign)
    var phase = Phase.editing
    private(set) var faults: [SendRequestError.Fault] = []
    var answer: Answer?
    /// What is risky about the send that is to be confirmed.
    var risk: String?
    /// What is typed to confirm a send that mails real people.
    var word = TextField()

    init(campaigns: [MonitorSettings.Campaign], style: SendDraft.Style) {
        self.campaigns = campaigns
        self.style = style
        choice = campaigns.isEmpty ? nil : 0
        for field in SendDraft.Field.allCases {
            fields[field] = TextField(isMultiline: field.isJSON)
        }
    }

    /// The text of a field.
    func field(_ field: SendDraft.Field) -> TextField {
        fields[field] ?? TextField(isMultiline: field.isJSON)
    }

    /// The chosen campaign of the list.
    var chosen: MonitorSettings.Campaign? {
        choice.flatMap { campaigns.indices.contains($0) ? campaigns[$0] : nil }
    }

    /// The form's content as it was typed; a campaign's name stands for its identifier.
    var draft: SendDraft {
        var draft = SendDraft(style: style)
        for field in SendDraft.Field.allCases {
            draft[field] = self.field(field).text
        }
        let typed = draft[.campaign]
        draft[.campaign] = chosen?.id ?? campaigns.first { $0.name == typed }?.id ?? typed
        return draft
    }

    /// The faults of a field.
    func faults(of field: SendDraft.Field) -> [SendRequestError.Fault] {
        faults.filter { $0.field == field }
    }

    /// The focused field, when a field is focused.
    var focusedField: SendDraft.Field? {
        if case .field(let field) = focus { field } else { nil }
    }

    /// Checks the draft: asks for a confirm when it is right, shows the faults and goes to the first otherwise.
    mutating func check() {
        answer = nil
        risk = nil
        word = TextField()
        do {
            phase = .confirming(try SendRequest(validating: draft))
            faults = []
        } catch {
            faults = error.faults
            if let fault = faults.first { focus = .field(fault.field) }
            for fault in faults {
                guard case .json(let problem) = fault.rule else { continue }
                fields[fault.field]?.moveTo(line: problem.line, column: problem.column)
            }
        }
    }

    /// Goes some fields on or back, round the ends.
    mutating func moveFocus(by delta: Int) {
        let count = ComposeForm.order.count
        guard let index = ComposeForm.order.firstIndex(of: focus) else { return }
        focus = ComposeForm.order[((index + delta) % count + count) % count]
    }

    /// Puts text into the focused field.
    mutating func insert(_ text: String) {
        guard let field = focusedField else { return }
        if field == .campaign { choice = nil }
        fields[field]?.insert(text)
        faults.removeAll { $0.field == field }
    }

    /// Edits the focused field. In the list of campaigns, left and right choose.
    mutating func apply(_ edit: TextField.Edit) {
        guard let field = focusedField else {
            // Send stands alone in its line.
            if edit == .lineUp { moveFocus(by: -1) }
            if edit == .lineDown { moveFocus(by: 1) }
            return
        }
        if field == .campaign, let choice {
            switch edit {
            case .left: self.choice = (choice + campaigns.count - 1) % campaigns.count
            case .right: self.choice = (choice + 1) % campaigns.count
            case .lineUp: moveFocus(by: -1)
            case .lineDown: moveFocus(by: 1)
            default: return
            }
            faults.removeAll { $0.field == field }
            return
        }
        let hasChanged = fields[field]?.apply(edit) ?? false
        if !hasChanged, edit == .lineUp { moveFocus(by: -1) }
        if !hasChanged, edit == .lineDown { moveFocus(by: 1) }
        if hasChanged, edit.changesText { faults.removeAll { $0.field == field } }
        // With nothing typed, the list is back.
        if field == .campaign, self.field(field).isEmpty, !campaigns.isEmpty { choice = 0 }
    }

    /// Takes another draft in place of what was typed.
    mutating func fill(_ draft: SendDraft) {
        for field in SendDraft.Field.allCases {
            fields[field] = TextField(draft[field], isMultiline: field.isJSON)
        }
        choice = campaigns.firstIndex { $0.id == draft[.campaign] }
        if choice != nil { fields[.campaign] = TextField() }
        faults = []
        answer = nil
        focus = .send
    }

    /// Makes room for the next send: the same again, under another id.
    mutating func reset() {
        phase = .editing
        answer = nil
        fields[.externalSendID] = TextField()
        focus = .field(.campaign)
    }
}

extension SendDraft.Field {
    /// Whether the field holds JSON, over several lines.
    var isJSON: Bool {
        self == .attributes || self == .triggerProperties
    }

    /// The field's name in the form.
    var label: String {
        switch self {
        case .campaign: "campaign"
        case .externalUserID: "external user id"
        case .aliasLabel: "alias label"
        case .aliasName: "alias name"
        case .attributes: "attributes"
        case .triggerProperties: "trigger properties"
        case .externalSendID: "external send id"
        }
    }
}

extension TextField.Edit {
    fileprivate var changesText: Bool {
        switch self {
        case .left, .right, .lineStart, .lineEnd, .lineUp, .lineDown: false
        default: true
        }
    }
}
