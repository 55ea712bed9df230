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
        if layers.last != .compose { layers.append(.compose) }
        return []
    }

    /// Takes a key in while the form is open.
    mutating func pressInForm(_ key: Key, _ action: Action.ID?) -> [Effect] {
        if case .confirming(let request) = form.phase { return pressInConfirm(key, action, request) }
        if action == .closeForm || action == .cancel {
            layers.removeLast()
            return load()
        }
        guard form.phase == .editing else { return [] }
        switch (action, key) {
        case (.nextField?, _): form.moveFocus(by: 1)
        case (.previousField?, _): form.moveFocus(by: -1)
        case (.accept?, _): return accept()
        case (let action?, _): TextField.Edit(action).map { form.apply($0) }
        case (nil, .character(let character)): form.insert(String(character))
        case (nil, .paste(let text)): form.insert(text)
        case (nil, _): break
        }
        return []
    }

    private mutating func accept() -> [Effect] {
        switch form.focus {
        case .send:
            form.check()
            if case .confirming(let request) = form.phase { return [.weigh(request)] }
        case .field(let field) where field.isJSON: form.insert("\n")
        case .field: form.moveFocus(by: 1)
        }
        return []
    }

    private mutating func pressInConfirm(_ key: Key, _ action: Action.ID?, _ request: SendRequest) -> [Effect] {
        switch (action, key) {
        case (.confirm?, _):
            return send(request)
        case (.confirmWord?, _):
            if form.word.text == settings.profile { return send(request) }
        case (.takeBack?, _), (.takeBackWord?, _), (.cancel?, _):
            form.phase = .editing
        case (let action?, _):
            TextField.Edit(action).map { _ = form.word.apply($0) }
        case (nil, .character(let character)) where settings.isProduction:
            form.word.insert(String(character))
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
            form.answer = ComposeForm.Answer(text: report.message, role: .warning)
        case .rejected, .failed:
            form.answer = ComposeForm.Answer(text: report.message, role: .error)
        }
        form.phase = .editing
        if !isOpen { notice = form.answer.map { Notice(text: $0.text, role: $0.role) } }
        return load()
    }
}
