import SendtopCore

extension ComposeForm {
    /// What the focused field offers, narrowed by what is typed where the list is.
    var choices: [Choice] {
        let all = allChoices
        guard list?.isFiltered ?? true else { return Array(all.prefix(Choice.limit)) }
        let typed = typedForChoices
        guard !typed.isEmpty else { return Array(all.prefix(Choice.limit)) }
        let wanted = typed.lowercased()
        let found = all.filter { $0.text.lowercased().contains(wanted) || $0.detail.lowercased().hasPrefix(wanted) }
        let first = found.filter { $0.text.lowercased().hasPrefix(wanted) }
        return Array((first + found.filter { !first.contains($0) }).prefix(Choice.limit))
    }

    /// All that the focused field offers, the newest first.
    var allChoices: [Choice] {
        switch focusedField {
        case .campaign?: campaignChoices
        case .externalUserID?:
            unique(used.users + userHints).map { Choice(value: .text($0), text: $0) }
        case .aliasLabel?, .aliasName?:
            unique(used.aliases + aliasHints).map { Choice(value: .alias($0), text: $0.name, detail: $0.label) }
        case .attributes?: keyChoices(.attributes)
        case .triggerProperties?: keyChoices(.triggerProperties)
        case .externalSendID?, nil: []
        }
    }

    private var campaignChoices: [Choice] {
        let known = campaigns.enumerated().map { Choice(value: .campaign($0), text: $1.name, detail: $1.id) }
        let ids = campaigns.map(\.id)
        let place = Dictionary(used.campaigns.enumerated().map { ($1, $0) }) { first, _ in first }
        let sorted = known.enumerated().sorted { a, b in
            (place[a.element.detail] ?? .max, a.offset) < (place[b.element.detail] ?? .max, b.offset)
        }
        let foreign = used.campaigns.filter { !ids.contains($0) }
        return sorted.map(\.element) + foreign.map { Choice(value: .text($0), text: $0) }
    }

    /// The keys that the field held with the campaign and does not hold yet.
    private func keyChoices(_ field: SendDraft.Field) -> [Choice] {
        let remembered = used.properties(of: field, campaign: draft[.campaign])
        guard !remembered.isEmpty else { return [] }
        if isBlank(field) {
            let names = remembered.map(\.key).joined(separator: ", ")
            return [Choice(value: .keys(remembered), text: "{ \(names) }", detail: "used with \(campaignName)")]
        }
        let text = self.field(field)
        let place = JSONPlace(text.characters[..<text.cursor])
        guard place.openKey != nil || !place.isInString else { return [] }
        return remembered.filter { !place.keys.contains($0.key) }.map { Choice(value: .key($0.key), text: $0.key) }
    }

    /// Whether a JSON field holds nothing but perhaps an empty object.
    func isBlank(_ field: SendDraft.Field) -> Bool {
        ["", "{}"].contains(String(self.field(field).characters.filter { !$0.isWhitespace }))
    }

    /// What is typed that a list is narrowed by.
    private var typedForChoices: String {
        guard let focusedField else { return "" }
        let text = field(focusedField)
        guard focusedField.isJSON else { return chosenInWidget ? "" : text.text }
        guard let start = JSONPlace(text.characters[..<text.cursor]).openKey else { return "" }
        return String(text.characters[start..<text.cursor])
    }

    private var chosenInWidget: Bool {
        focusedField == .campaign && choice != nil
    }

    /// Opens the list by a key, or says that there is nothing in it.
    ///
    /// - Returns: whether there is a list.
    mutating func openList() -> Bool {
        list = ChoiceList(index: 0, isFiltered: true)
        let typed = typedForChoices
        // What stands there already is no wish to see that alone.
        let found = choices
        if found.isEmpty || found.map(\.text) == [typed] { list?.isFiltered = false }
        if choices.isEmpty { list = nil }
        return list != nil
    }

    /// Opens, narrows or closes the list after something was typed.
    mutating func offerChoices() {
        list = nil
        let typed = typedForChoices
        guard !typed.isEmpty else { return }
        let found = choices
        guard !found.isEmpty, found.map(\.text) != [typed] else { return }
        list = ChoiceList(index: nil, isFiltered: true)
    }

    /// Goes to another entry; above the first one there is none.
    mutating func moveChoice(by delta: Int) {
        let last = choices.count - 1
        let target = (list?.index ?? -1) + delta
        list?.index = target < 0 ? nil : min(target, last)
    }

    /// Takes the chosen entry; says whether one was chosen.
    mutating func takeChoice() -> Bool {
        let found = choices
        guard let index = list?.index, let taken = found[at: index], let field = focusedField else {
            list = nil
            return false
        }
        list = nil
        take(taken.value, in: field)
        return true
    }

    private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
