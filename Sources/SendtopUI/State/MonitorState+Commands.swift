import SendtopCore

/// Why a command cannot be done with its argument.
enum CommandFault: Error, Sendable, Hashable {
    case sentence(String)
    /// Places in the argument.
    case filter([FilterMistake])
}

extension MonitorState {
    /// Does a command with its argument, as its key would have it done.
    mutating func perform(_ command: Command, _ argument: String) throws(CommandFault) -> [Effect] {
        switch command.argument {
        case .theme: return use(theme: try name(argument, among: themes, "theme"))
        case .savedView:
            guard let digit = Int(argument), memory.views[digit] != nil else {
                throw .sentence("no view is saved under \(argument).")
            }
            return useView(digit)
        case .digit:
            guard let digit = Int(argument), ScreenMemory.digits.contains(digit) else {
                throw .sentence("a view is saved under a digit from 1 to 9.")
            }
            return beginSavingView() + saveView(digit)
        case .filter: return try useTyped(filter: argument)
        case .columns:
            columns = try columns(argument)
            return load()
        case .order:
            let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
            let column = try column(words[0])
            let direction = try words[at: 1].map { (word) throws(CommandFault) in
                try name(word, among: ["asc", "desc"], "direction")
            }
            return use(RowOrder(column.orderKey, isDescending: direction != "asc"))
        case .send: return [.locate(argument)]
        case .campaign: return try compose(campaign: argument)
        case .format: return try export(named: argument)
        case nil: return perform(command.action)
        }
    }

    private mutating func useTyped(filter: String) throws(CommandFault) -> [Effect] {
        do {
            _ = try Filter.parse(filter, now: now, campaigns: settings.campaignNames)
        } catch {
            throw .filter(error.mistakes)
        }
        leave()
        layers = []
        focus = .table
        useFilter(filter)
        return follow() + (memory.add(filter: filter) ? remember() : [])
    }

    private mutating func export(named text: String) throws(CommandFault) -> [Effect] {
        let name = try name(text, among: ExportFormat.allCases.map(\.rawValue), "format")
        return ExportFormat(rawValue: name).map { export(as: $0) } ?? []
    }

    private mutating func compose(campaign: String) throws(CommandFault) -> [Effect] {
        let wanted = try name(campaign, among: settings.campaigns.flatMap { [$0.name, $0.id] }, "campaign")
        let effects = compose()
        guard layers.last == .compose, form.phase == .editing,
            let id = settings.campaigns.first(where: { $0.name == wanted || $0.id == wanted })?.id
        else { return effects }
        var draft = form.draft
        draft[.campaign] = id
        form.fill(draft)
        form.focus = .field(.externalUserID)
        return effects
    }

    private func columns(_ text: String) throws(CommandFault) -> [Column] {
        var columns: [Column] = []
        for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let column = try column(String(word))
            if !columns.contains(column) { columns.append(column) }
        }
        guard !columns.isEmpty else { throw .sentence("columns needs names with commas between.") }
        return columns
    }

    private func column(_ text: String) throws(CommandFault) -> Column {
        let name = try name(text, among: Column.allCases.map(\.rawValue), "column")
        guard let column = Column(rawValue: name) else { throw .sentence("there is no column \(text).") }
        return column
    }

    /// The name that is typed, whatever its case.
    private func name(_ text: String, among names: [String], _ what: String) throws(CommandFault) -> String {
        if let found = names.first(where: { $0.lowercased() == text.lowercased() }) { return found }
        let nearest = Nearest.name(to: text, among: names).map { "; the nearest is \($0)" } ?? ""
        throw .sentence("there is no \(what) \(text)\(nearest).")
    }

    /// Takes the answer to `Effect.locate`.
    mutating func take(located ids: [Int64], for text: String) -> [Effect] {
        guard let id = ids.first else {
            notice = Notice(text: "No send has the id \(text).", role: .warning)
            return []
        }
        guard ids.count == 1 else {
            notice = Notice(text: "Several ids begin with \(text); type more of it.", role: .warning)
            return []
        }
        leave()
        layers = []
        focus = .table
        filterLine.previous = nil
        useFilter("")
        order = .arrival
        viewport = .held(top: id, cursor: id)
        wanted = nil
        timelineScroll = 0
        return load()
    }
}
