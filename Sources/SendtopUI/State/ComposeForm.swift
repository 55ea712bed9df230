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
    /// People whom the service is known to know.
    let userHints: [String]
    let aliasHints: [UsedValues.Alias]
    private(set) var fields: [SendDraft.Field: TextField] = [:]
    /// The campaign of the list that is chosen; `nil` when an identifier is typed instead.
    private(set) var choice: Int?
    var focus = Focus.field(.campaign) {
        didSet { if focus != oldValue { list = nil } }
    }
    var phase = Phase.editing
    private(set) var faults: [SendRequestError.Fault] = []
    /// The fields that the service's last answer is about.
    private(set) var blamed: Set<SendDraft.Field> = []
    var answer: Answer?
    /// What is risky about the send that is to be confirmed.
    var risk: String?
    /// What is typed to confirm a send that mails real people.
    var word = TextField()
    /// What was cut or copied last, from whichever field.
    var kept: [Character] = []
    /// What was used before.
    var used = UsedValues()
    /// The list that is open under the focused field.
    var list: ChoiceList?
    /// What the fields make, or what keeps them from it, as it is now.
    private(set) var request: Result<SendRequest, SendRequestError>

    init(_ settings: MonitorSettings) {
        campaigns = settings.campaigns
        style = settings.requestStyle
        userHints = settings.hidesPeople ? [] : settings.userHints
        aliasHints = settings.hidesPeople ? [] : settings.aliasHints
        choice = campaigns.isEmpty ? nil : 0
        request = .failure(SendRequestError(faults: []))
        for field in SendDraft.Field.allCases {
            fields[field] = TextField(isMultiline: field.isJSON)
        }
        readRequest()
    }

    /// The text of a field.
    func field(_ field: SendDraft.Field) -> TextField {
        fields[field] ?? TextField(isMultiline: field.isJSON)
    }

    /// The chosen campaign of the list.
    var chosen: MonitorSettings.Campaign? {
        choice.flatMap { campaigns[at: $0] }
    }

    /// The campaign as people call it.
    var campaignName: String {
        let id = draft[.campaign]
        return campaigns.first { $0.id == id }?.name ?? id
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

    /// The faults of a field: those that sending found, and what is wrong with JSON now.
    func faults(of field: SendDraft.Field) -> [SendRequestError.Fault] {
        let found = faults.filter { $0.field == field }
        guard found.isEmpty, field.isJSON, case .failure(let error) = request else { return found }
        return error.faults.filter { $0.field == field }
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
        list = nil
        switch request {
        case .success(let request):
            phase = .confirming(request)
            faults = []
        case .failure(let error):
            faults = error.faults
            if let fault = faults.first { focus = .field(fault.field) }
            for fault in faults {
                guard let place = range(of: fault) else { continue }
                fields[fault.field]?.move(to: place.lowerBound)
            }
        }
    }

    /// The characters that a fault of JSON is about.
    func range(of fault: SendRequestError.Fault) -> Range<Int>? {
        guard case .json(let problem) = fault.rule else { return nil }
        let field = field(fault.field)
        return field.range(ofBytes: problem.range(in: Array(field.text.utf8)))
    }

    /// Goes some fields on or back, round the ends.
    mutating func moveFocus(by delta: Int) {
        let count = ComposeForm.order.count
        guard let index = ComposeForm.order.firstIndex(of: focus) else { return }
        focus = ComposeForm.order[((index + delta) % count + count) % count]
    }

    /// Changes the text of a field, and forgets what was said of it.
    @discardableResult
    mutating func edit<Value>(_ field: SendDraft.Field, _ body: (inout TextField) -> Value) -> Value {
        var text = self.field(field)
        let before = text.characters
        let value = body(&text)
        fields[field] = text
        guard text.characters != before else { return value }
        if field == .campaign { choice = text.isEmpty && !campaigns.isEmpty ? 0 : nil }
        changed(field)
        return value
    }

    /// Chooses a campaign of the list.
    mutating func choose(_ index: Int) {
        choice = index
        fields[.campaign]?.replaceAll(with: "")
        changed(.campaign)
    }

    private mutating func changed(_ field: SendDraft.Field) {
        faults.removeAll { $0.field == field }
        blamed.remove(field)
        readRequest()
    }

    private mutating func readRequest() {
        do {
            request = .success(try SendRequest(validating: draft))
        } catch {
            request = .failure(error)
        }
    }

    /// Takes another draft in place of what was typed.
    mutating func fill(_ draft: SendDraft) {
        for field in SendDraft.Field.allCases {
            fields[field]?.replaceAll(with: draft[field])
        }
        choice = campaigns.firstIndex { $0.id == draft[.campaign] }
        if choice != nil { fields[.campaign]?.replaceAll(with: "") }
        if choice == nil, draft[.campaign].isEmpty, !campaigns.isEmpty { choice = 0 }
        faults = []
        blamed = []
        answer = nil
        focus = .send
        readRequest()
    }

    /// Keeps what the service said, and marks what it is about.
    mutating func take(_ answer: Answer, about fields: [SendDraft.Field]) {
        self.answer = answer
        blamed = Set(fields)
        phase = .editing
        focus = .send
    }

    /// Makes room for the next send: the same again, under another id.
    mutating func reset() {
        phase = .editing
        answer = nil
        blamed = []
        fields[.externalSendID]?.replaceAll(with: "")
        focus = .field(.campaign)
        readRequest()
    }
}
