import SendtopCore

extension MonitorState {
    /// Opens the list of saved drafts.
    mutating func openDrafts() -> [Effect] {
        drafts.phase = .choosing
        drafts.cursor = 0
        drafts.problem = nil
        layers.append(.drafts)
        return [.loadDrafts]
    }

    /// Takes the drafts as they are now.
    mutating func take(_ saved: [SavedDraft]) -> [Effect] {
        drafts.take(saved)
        return []
    }

    /// Takes a key in while the drafts are shown.
    mutating func pressInDrafts(_ key: Key, _ action: Action.ID?) -> [Effect] {
        switch drafts.phase {
        case .choosing: return action.map { performInDrafts($0) } ?? []
        case .naming: return pressInNaming(key, action)
        case .deleting(let name):
            drafts.phase = .choosing
            return action == .confirmDelete ? [.deleteDraft(name)] : []
        }
    }

    private mutating func performInDrafts(_ action: Action.ID) -> [Effect] {
        switch action {
        case .draftUp: drafts.cursor = max(0, drafts.cursor - 1)
        case .draftDown: drafts.cursor = max(0, min((drafts.saved?.count ?? 0) - 1, drafts.cursor + 1))
        case .loadDraft:
            guard let draft = drafts.chosen else { return [] }
            form.fill(draft.draft)
            drafts.name = TextField(draft.name)
            layers.removeLast()
            notice = Notice(text: "draft \(draft.name)", role: .dim)
        case .saveDraft:
            // What cannot be read must not be written over.
            guard drafts.saved != nil, drafts.problem == nil else { return [] }
            drafts.phase = .naming
        case .deleteDraft:
            if let draft = drafts.chosen { drafts.phase = .deleting(draft.name) }
        case .closeDrafts, .cancel:
            layers.removeLast()
        default:
            break
        }
        return []
    }

    private mutating func pressInNaming(_ key: Key, _ action: Action.ID?) -> [Effect] {
        switch (action, key) {
        case (.saveDraftAs?, _):
            let name = String(drafts.name.text.trimmed.prefix(SavedDraft.nameLimit))
            guard !name.isEmpty else { return [] }
            drafts.phase = .choosing
            layers.removeLast()
            return [.saveDraft(SavedDraft(name: name, savedAt: now, draft: form.draft))]
        case (.dontSaveDraft?, _), (.cancel?, _):
            drafts.phase = .choosing
        case (let action?, _):
            TextField.Edit(action).map { _ = drafts.name.apply($0) }
        case (nil, .character(let character)):
            drafts.name.insert(String(character), isTyped: true)
        case (nil, .paste(let text)):
            drafts.name.insert(text)
        case (nil, _):
            break
        }
        return []
    }
}
