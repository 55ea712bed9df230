/// One entry of the palette: an action of the table, and what may follow its name.
struct Command: Sendable, Hashable {
    /// What may, or must, follow the name.
    enum Argument: Sendable, Hashable {
        case theme
        /// A digit that a view is saved under.
        case savedView
        /// A digit to save a view under.
        case digit
        case filter
        case columns
        case order
        case send
        case campaign
        case format

        /// How it is named in the list.
        var name: String {
            switch self {
            case .theme: "NAME"
            case .savedView, .digit: "DIGIT"
            case .filter: "TEXT"
            case .columns: "COLUMN,…"
            case .order: "COLUMN [asc]"
            case .send: "ID"
            case .campaign: "CAMPAIGN"
            case .format: "FORMAT"
            }
        }
    }

    var action: Action.ID
    /// One sentence.
    var help: String

    /// The name that is typed: the action's.
    var name: String {
        action.rawValue
    }

    /// Another word that people know it by.
    var alias: String? {
        switch action {
        case .order: "sort"
        case .goTo: "goto"
        default: nil
        }
    }

    var argument: Argument? {
        switch action {
        case .theme: .theme
        case .view: .savedView
        case .saveView: .digit
        case .filter: .filter
        case .columns: .columns
        case .order: .order
        case .goTo: .send
        case .compose: .campaign
        case .export: .format
        default: nil
        }
    }

    /// Whether there is nothing to do without an argument.
    var needsArgument: Bool {
        [.view, .goTo].contains(action)
    }

    /// Keys that are no commands: they move, or belong to the palette itself.
    private static let keysAlone: Set<Action.ID> = [.up, .down, .pageUp, .pageDown, .command, .cancel]

    /// All commands, in the order of the table of actions.
    static let all: [Command] = Action.all.filter {
        [.screen, .everywhere].contains($0.scope) && !keysAlone.contains($0.id)
    }.map { Command(action: $0.id, help: $0.help) }

    /// How well a typed text fits its name, or its other one.
    func match(_ typed: String) -> FuzzyMatch? {
        [FuzzyMatch(typed, in: name), alias.flatMap { FuzzyMatch(typed, in: $0) }].compactMap { $0 }.min()
    }
}
