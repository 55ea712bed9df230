import SendtopCore

extension MonitorState {
    private static let choiceLimit = 50

    /// The commands that make sense where one is.
    var offeredCommands: [Command] {
        Command.all.filter { isOffered($0.action) }
    }

    private func isOffered(_ action: Action.ID) -> Bool {
        switch action {
        case .nextPane, .previousPane: layers.isEmpty && Layout.hasRoomForPanes(size)
        case .reasons, .timeline: layers.isEmpty
        case .open, .mark, .markRange, .markAll, .copy, .composeAgain, .raw, .codePoints: !rows.isEmpty
        case .message: settings.showsMessages && !rows.isEmpty
        case .view: !memory.views.isEmpty
        case .back: history.hasBack
        case .forward: history.hasForward
        default: true
        }
    }

    /// The command whose name is typed, with what follows it, once a blank does.
    var commandWithArgument: (command: Command, argument: String)? {
        guard let words = palette?.words else { return nil }
        let command = offeredCommands.first { [$0.name, $0.alias].contains(words.name) && $0.argument != nil }
        return command.map { ($0, words.argument) }
    }

    /// What the palette offers for the text as it stands, the best first.
    var choices: [Palette.Choice] {
        guard let palette else { return [] }
        if let (command, argument) = commandWithArgument { return arguments(for: command, argument) }
        let typed = palette.field.text.trimmingBlanks
        return FuzzyMatch.ranked(offeredCommands) { $0.match(typed) }.map { command in
            Palette.Choice(
                text: command.argument == nil ? command.name : command.name + " ",
                title: command.name,
                placeholder: command.argument?.name ?? "",
                action: command.action,
                help: command.help
            )
        }
    }

    private func arguments(for command: Command, _ typed: String) -> [Palette.Choice] {
        let named: [(name: String, help: String)]
        var (before, last) = ("", typed)
        switch command.argument {
        case .theme: named = settings.themes.map { ($0, $0 == theme ? "in use" : "") }
        case .savedView: named = memory.views.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value.summary) }
        case .digit: named = ScreenMemory.digits.map { ("\($0)", memory.views[$0]?.summary ?? "free") }
        case .filter: named = memory.filters.map { ($0, "used before") }
        case .columns:
            (before, last) = typed.splitAfterLast { $0 == "," || $0.isWhitespace }
            let used = before.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
            named = Column.allCases.filter { !used.contains($0.rawValue) }.map { ($0.rawValue, $0.help) }
        case .order:
            (before, last) = typed.splitAfterLast(where: \.isWhitespace)
            let directions: [(name: String, help: String)] = [
                ("desc", "the highest and the newest first"), ("asc", "the lowest and the oldest first"),
            ]
            named = before.isEmpty ? Column.allCases.map { ($0.rawValue, $0.help) } : directions
        case .send:
            let ids = rows.compactMap { $0.send.dispatchID ?? $0.send.requestID }
            named = ids.filter { $0.hasPrefix(typed) }.map { ($0, "on the screen") }
        case .campaign: named = settings.campaigns.map { ($0.name, $0.id) }
        case .format: named = ExportFormat.allCases.filter(exportSubject.allows).map { ($0.rawValue, $0.help) }
        case nil: named = []
        }
        let ranked = FuzzyMatch.ranked(named) { FuzzyMatch(last, in: $0.name) }
        return ranked.prefix(MonitorState.choiceLimit).map { name, help in
            Palette.Choice(text: "\(command.name) \(before)\(name)", title: name, help: help)
        }
    }
}

extension FuzzyMatch {
    /// What fits, the best first; what fits equally well stays in its order.
    static func ranked<Element>(_ all: [Element], _ match: (Element) -> FuzzyMatch?) -> [Element] {
        let fitting = all.enumerated().compactMap { item in match(item.element).map { ($0, item.offset, item.element) }
        }
        return fitting.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}

extension SavedView {
    /// What the view shows, in a few words.
    var summary: String {
        let by = order == .arrival ? "" : ", by \(order.key.rawValue)"
        return (filter.isEmpty ? "all sends" : filter) + by
    }
}

extension String {
    /// The text up to its last separator, and the rest.
    fileprivate func splitAfterLast(where isSeparator: (Character) -> Bool) -> (String, String) {
        guard let place = lastIndex(where: isSeparator) else { return ("", self) }
        return (String(self[...place]), String(self[index(after: place)...]))
    }
}
