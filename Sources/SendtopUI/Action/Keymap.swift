/// Which keys mean which action: those of the table of actions, and what the user's key file puts in their place.
public struct Keymap: Sendable, Hashable {
    /// The keys that the table of actions gives.
    public static let standard = Keymap()

    /// The path of the user's key file, whether or not it is there; the help names it.
    public var file: String?
    /// What takes the place of the table's keys.
    private(set) var changes: [Action.ID: [Key]]

    init(file: String? = nil, changes: [Action.ID: [Key]] = [:]) {
        self.file = file
        self.changes = changes
    }

    /// The table's keys, and where the user's own would be read from.
    public init(file: String) {
        self.init(file: file, changes: [:])
    }

    /// Whether any key is the user's own.
    var isChanged: Bool {
        !changes.isEmpty
    }

    /// The keys of an action, the one to name in a hint first.
    func keys(of id: Action.ID) -> [Key] {
        changes[id] ?? Action.row(id)?.keys ?? []
    }

    /// The action that a key means, looked for in one scope after the other.
    func find(_ key: Key, in scopes: [Action.Scope]) -> Action.ID? {
        for scope in scopes {
            if let action = Action.all.first(where: { $0.scope == scope && keys(of: $0.id).contains(key) }) {
                return action.id
            }
        }
        // A key with Shift or Control that means nothing of its own is the key alone.
        return key.unmodified.flatMap { find($0, in: scopes) }
    }

    /// The name of the key to press for an action; without one, how the palette does it.
    func label(of id: Action.ID, _ glyphs: Glyphs) -> String {
        keys(of: id).first?.label(glyphs) ?? ":\(id.rawValue)"
    }

    /// The number, from 1, of the view that a key goes to or saves.
    func view(_ key: Key, for id: Action.ID) -> Int? {
        keys(of: id).firstIndex(of: key).map { $0 + 1 }
    }
}
