import SendtopCore

extension ComposeForm {
    /// Whether the form asks for a confirm.
    var isConfirming: Bool {
        if case .confirming = phase { true } else { false }
    }

    /// The id of the request that is under way.
    var sendingID: String? {
        if case .sending(let id) = phase { id } else { nil }
    }
}

extension MonitorState {
    /// Opens the form with what was typed before.
    mutating func compose() -> [Effect] {
        guard !settings.isReadOnly else {
            notice = Notice(text: "Nothing can be sent: sendtop runs with --read-only.", role: .warning)
            return []
        }
        if let index = layers.firstIndex(of: .compose) {
            layers.removeSubrange((index + 1)...)
        } else {
            layers.append(.compose)
        }
        return [.loadUsed]
    }

    /// Takes a key in while the form is open.
    mutating func pressInForm(_ key: Key, _ action: Action.ID?) -> [Effect] {
        if case .confirming(let request) = form.phase { return pressInConfirm(key, action, request) }
        if action == .closeForm || action == .cancel {
            form.list = nil
            layers.removeLast()
            return load()
        }
        guard form.phase == .editing else { return [] }
        switch (action, key) {
        case (.nextField?, _): form.moveFocus(by: 1)
        case (.previousField?, _): form.moveFocus(by: -1)
        case (.accept?, _): return accept()
        case (.sendForm?, _): return check()
        case (.request?, _): return openRequest()
        case (.drafts?, _): return openDrafts()
        case (.choices?, _): openChoices()
        case (.nextChoice?, _): form.moveChoice(by: 1)
        case (.previousChoice?, _): form.moveChoice(by: -1)
        case (.closeChoices?, _): form.list = nil
        case (.takeChoice?, _): return takeChoice(key)
        case (.copySelection?, _): return copySelection()
        case (let action?, _): TextField.Edit(action).map { form.apply($0) }
        case (nil, .character(let character)): form.type(character)
        case (nil, .paste(let text)):
            if let remark = form.paste(text) { notice = Notice(text: remark, role: .warning) }
        case (nil, _): break
        }
        return []
    }

    private mutating func accept() -> [Effect] {
        switch form.focus {
        case .send: return check()
        case .field(let field) where field.isJSON: form.breakLine()
        case .field: form.moveFocus(by: 1)
        }
        return []
    }

    private mutating func check() -> [Effect] {
        form.check()
        if case .confirming(let request) = form.phase { return [.weigh(request)] }
        return []
    }

    private mutating func openChoices() {
        guard !form.openList(), form.focusedField != nil else { return }
        notice = Notice(text: "Nothing was used here before.", role: .dim)
    }

    /// Takes the chosen entry; without one the key does what it does without a list. Tab goes on in both cases.
    private mutating func takeChoice(_ key: Key) -> [Effect] {
        let isTaken = form.takeChoice()
        if key == .tab {
            form.moveFocus(by: 1)
        } else if !isTaken {
            return accept()
        }
        return []
    }

    private mutating func copySelection() -> [Effect] {
        guard let field = form.focusedField, let selection = form.field(field).selection else { return [] }
        let text = String(form.field(field).characters[selection])
        form.apply(.copySelection)
        return [.copyText(text, name: "the selection")]
    }

    private mutating func openRequest() -> [Effect] {
        textScroll = 0
        layers.append(.request)
        return []
    }

    /// Copies the curl line of the request, once there is one.
    mutating func copyCurlLine() -> [Effect] {
        guard case .success(let request) = form.request else {
            notice = Notice(text: "There is no curl line before the form is right.", role: .warning)
            return []
        }
        return [.copyText("\(settings.curl(request))", name: "the curl line")]
    }

    private mutating func pressInConfirm(_ key: Key, _ action: Action.ID?, _ request: SendRequest) -> [Effect] {
        switch (action, key) {
        case (.confirm?, _):
            return send(request)
        case (.confirmWord?, _):
            if form.word.text == settings.profile { return send(request) }
            notice = Notice(
                text: "Nothing was sent: type \(settings.profile), the name of the profile.",
                role: .warning
            )
        case (.takeBack?, _), (.takeBackWord?, _), (.cancel?, _):
            form.phase = .editing
        case (let action?, _):
            TextField.Edit(action).map { _ = form.word.apply($0) }
        case (nil, .character(let character)) where settings.isProduction:
            form.word.insert(String(character), isTyped: true)
        case (nil, _):
            break
        }
        return []
    }

    private mutating func send(_ request: SendRequest) -> [Effect] {
        let id = nextRequestID()
        form.phase = .sending(id)
        return [.send(request, requestID: id)]
    }

    /// Takes the service's answer: closes the form and waits for the row, or says what went wrong beside the draft.
    mutating func take(_ report: SendReport) -> [Effect] {
        guard form.sendingID == report.requestID else { return [] }
        let isOpen = layers.contains(.compose)
        switch report.outcome {
        case .accepted:
            form.reset()
            notice = Notice(text: report.message, role: .good)
            guard isOpen else { return load() }
            leave()
            layers = []
            filterLine = FilterLine()
            wanted = report.requestID
            return follow()
        case .taken:
            form.take(ComposeForm.Answer(text: report.message, role: .warning), about: report.fields)
        case .rejected, .failed:
            form.take(ComposeForm.Answer(text: report.message, role: .error), about: report.fields)
        }
        if !isOpen { notice = form.answer.map { Notice(text: $0.text, role: $0.role) } }
        return load()
    }
}

extension MonitorSettings {
    /// The curl line that sends a request as this profile does.
    func curl(_ request: SendRequest) -> CurlCommand {
        CurlCommand(request, baseURL: endpointURL, caFile: caFile)
    }
}
