import SendtopCore

extension ComposeForm {
    /// Types a character into the focused field, and offers what was used before.
    mutating func type(_ character: Character) {
        guard let field = focusedField else { return }
        edit(field) { text in
            if field.isJSON { text.typeJSON(character) } else { text.insert(String(character), isTyped: true) }
        }
        offerChoices()
    }

    /// Puts what was pasted into the focused field.
    ///
    /// - Returns: what was left out or changed, in one sentence.
    mutating func paste(_ pasted: String) -> String? {
        guard let field = focusedField else { return nil }
        list = nil
        let count = edit(field) { text in
            let room = TextField.limit - text.characters.count + (text.selection?.count ?? 0)
            text.insert(pasted)
            return room
        }
        if pasted.count > count { return "The paste was cut: a field holds \(TextField.limit.grouped) characters." }
        let lineBreaks: [Character] = ["\n", "\r", "\r\n"]
        let breaks = pasted.reversed().drop(while: lineBreaks.contains).count(where: lineBreaks.contains)
        guard !field.isJSON, breaks > 0 else { return nil }
        return breaks == 1 ? "A pasted line break became a blank." : "\(breaks) pasted line breaks became blanks."
    }

    /// Begins a new line of JSON.
    mutating func breakLine() {
        guard let field = focusedField else { return }
        edit(field) { $0.breakLine() }
    }

    /// Edits the focused field. In the list of campaigns, left and right choose.
    mutating func apply(_ change: TextField.Edit) {
        guard let field = focusedField else {
            // Send stands alone in its line.
            if change == .lineUp { moveFocus(by: -1) }
            if change == .lineDown { moveFocus(by: 1) }
            return
        }
        if field == .campaign, let choice, [.left, .right, .lineUp, .lineDown].contains(change) {
            switch change {
            case .left: choose((choice + campaigns.count - 1) % campaigns.count)
            case .right: choose((choice + 1) % campaigns.count)
            case .lineUp: moveFocus(by: -1)
            default: moveFocus(by: 1)
            }
            return
        }
        // What is cut from one field is put into another.
        let kept = self.kept
        let hasChanged = edit(field) { text in
            if text.kept != kept { text.kept = kept }
            return text.apply(change)
        }
        self.kept = self.field(field).kept
        if !hasChanged, change == .lineUp { moveFocus(by: -1) }
        if !hasChanged, change == .lineDown { moveFocus(by: 1) }
        if list != nil { offerChoices() }
    }

    /// Does what an entry of a list is for.
    mutating func take(_ value: Choice.Value, in field: SendDraft.Field) {
        switch value {
        case .campaign(let index):
            choose(index)
        case .text(let text):
            edit(field) { $0.replaceAll(with: text) }
        case .alias(let alias):
            edit(.aliasLabel) { $0.replaceAll(with: alias.label) }
            edit(.aliasName) { $0.replaceAll(with: alias.name) }
        case .key(let key):
            edit(field) { $0.complete(key) }
        case .keys(let properties):
            let object = JSONObject(properties.map { JSONObject.Member(key: $0.key, value: $0.blank) })
            let text = JSON.object(object).prettyText()
            edit(field) { $0.replaceAll(with: text) }
            guard let first = properties.first else { return }
            // To the first value, inside of its quotes.
            let start = "{\n  \(JSON.string(first.key).text(escaping: .terminalSafe)): ".count
            edit(field) { $0.move(to: start + (first.blank == "" ? 1 : 0)) }
        }
    }
}

extension TextField {
    /// Finishes a key of JSON that is being typed, or puts a new one in.
    fileprivate mutating func complete(_ key: String) {
        let literal = Array(JSON.string(key).text(escaping: .terminalSafe) + ": ")
        let start = JSONPlace(characters[..<cursor]).openKey.map { $0 - 1 } ?? cursor
        // A quote that stands there for the end of the key already goes with it.
        let hasQuote = start < cursor && cursor < characters.count && characters[cursor] == "\""
        replace(start..<(hasQuote ? cursor + 1 : cursor), with: literal)
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
