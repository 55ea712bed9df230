import SendtopCore

extension MonitorState {
    /// Opens the palette.
    mutating func openPalette(with text: String = "") -> [Effect] {
        var palette = Palette()
        palette.field.insert(text)
        self.palette = palette
        return []
    }

    /// Takes a key in while the palette is open.
    mutating func pressInPalette(_ key: Key, _ action: Action.ID?) -> [Effect] {
        switch (action, key) {
        case (.leavePalette?, _), (.cancel?, _): palette = nil
        case (.runCommand?, _): return runChosen()
        case (.completeCommand?, _):
            if let choice = choices[at: chosenIndex ?? 0] { type(choice.text) }
        case (.commandAbove?, _): choose(-1)
        case (.commandBelow?, _): choose(1)
        case (.deleteBack?, _) where palette?.field.isEmpty == true: palette = nil
        case (let action?, _):
            if let edit = TextField.Edit(action), palette?.field.apply(edit) == true { palette?.hasChanged() }
        case (nil, .character(let character)): insert(String(character))
        case (nil, .paste(let text)): insert(text)
        case (nil, _): break
        }
        return []
    }

    /// The choice that Enter takes: the one that was gone to by hand or, while a name or a word of a list is typed,
    /// the best.
    var chosenIndex: Int? {
        guard let palette else { return nil }
        if let chosen = palette.chosen { return min(chosen, choices.count - 1) }
        guard let (command, argument) = commandWithArgument else { return choices.isEmpty ? nil : 0 }
        let isOpen = [.filter, .send, .columns].contains(command.argument)
        return (argument.isEmpty && !command.needsArgument) || isOpen || choices.isEmpty ? nil : 0
    }

    private mutating func insert(_ text: String) {
        palette?.field.insert(text)
        palette?.hasChanged()
    }

    private mutating func type(_ text: String) {
        palette?.field = TextField(text)
        palette?.hasChanged()
    }

    private mutating func choose(_ step: Int) {
        let count = choices.count
        guard count > 0 else { return }
        let next = chosenIndex.map { $0 + step } ?? (step > 0 ? 0 : count - 1)
        palette?.chosen = (next + count) % count
        palette?.mistake = nil
    }

    private mutating func runChosen() -> [Effect] {
        guard let palette else { return [] }
        let choice = chosenIndex.flatMap { choices[at: $0] }
        if let (command, typed) = commandWithArgument {
            if let choice { type(choice.text) }
            return run(command, argument: choice.map { String($0.text.dropFirst(command.name.count + 1)) } ?? typed)
        }
        guard let choice, let action = choice.action, let command = Command.all.first(where: { $0.action == action })
        else {
            let typed = palette.field.text
            guard !typed.allSatisfy(\.isWhitespace) else { return [] }
            let names = offeredCommands.map(\.name)
            let nearest = Nearest.name(to: typed, among: names).map { "; the nearest is \($0)" } ?? ""
            self.palette?.refuse("there is no command \(typed)\(nearest).")
            return []
        }
        if command.needsArgument {
            type(choice.text)
            return []
        }
        self.palette = nil
        return perform(command.action)
    }

    /// Does a command with what was typed behind its name; what is wrong with that is said in place.
    private mutating func run(_ command: Command, argument: String) -> [Effect] {
        let argument = argument.trimmingBlanks
        guard !argument.isEmpty else {
            if command.needsArgument {
                palette?.refuse("\(command.name) needs \(command.argument?.name ?? "more").")
                return []
            }
            palette = nil
            return perform(command.action)
        }
        do {
            let effects = try perform(command, argument)
            palette = nil
            return effects
        } catch {
            switch error {
            case .sentence(let sentence): palette?.refuse(sentence)
            case .filter(let mistakes):
                let offset = (palette?.field.characters.count ?? 0) - (palette?.words?.argument.count ?? 0)
                palette?.mistake = Palette.Mistake(
                    text: mistakes.first.map { "\($0)" } ?? "",
                    ranges: mistakes.map { $0.range.lowerBound + offset..<$0.range.upperBound + offset }
                )
            }
            return []
        }
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
