extension Key {
    private static let named: [(name: String, key: Key)] = [
        ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
        ("Backspace", .backspace), ("Del", .delete), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ]

    private static let aliases = [
        "return": "Enter", "escape": "Esc", "backtab": "S-Tab", "delete": "Del", "pageup": "PgUp", "pagedown": "PgDn",
    ]

    /// Letters with Control that terminals send as another key, or that never reach the program.
    private static let unreachable: [Character: String] = [
        "h": "it arrives as Backspace", "i": "it arrives as Tab", "j": "it arrives as Enter",
        "m": "it arrives as Enter", "q": "the terminal keeps it to go on after C-s",
        "s": "the terminal keeps it to stand still", "z": "the terminal keeps it to stop the program",
    ]

    /// All names of keys that are more than a character.
    static var names: [String] {
        named.map(\.name) + ["C-a … C-z", "C-Space", "C-_", "S-Up", "C-Left", "C-S-Home"]
    }

    /// A key that moves, with what is held down with it, such as `s-up` or `c-s-left`.
    private static func modified(_ name: String) -> Key? {
        for modifier in Modifier.allCases {
            for motion in Motion.allCases
            where name == Key.modified(motion, modifier).label(.ascii).lowercased() {
                return .modified(motion, modifier)
            }
        }
        return nil
    }

    /// Reads a key's name as it stands in a key file.
    init(name: String) throws(KeyNameFault) {
        if let character = name.first, name.count == 1 {
            guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
                scalar.properties.generalCategory != .control
            else { throw .unknown }
            self = .character(character)
            return
        }
        if ["c-space", "c-_"].contains(name.lowercased()) {
            self = .control(name.count == 3 ? "_" : " ")
            return
        }
        if let key = Key.modified(name.lowercased()) {
            self = key
            return
        }
        if name.count == 3, name.lowercased().hasPrefix("c-"), let last = name.lowercased().last,
            ("a"..."z").contains(last)
        {
            if let reason = Key.unreachable[last] { throw .unreachable(reason) }
            self = .control(last)
            return
        }
        let wanted = Key.aliases[name.lowercased()] ?? name
        guard let found = Key.named.first(where: { $0.name.lowercased() == wanted.lowercased() }) else {
            throw .unknown
        }
        self = found.key
    }
}

/// Why a text is no key's name.
enum KeyNameFault: Error, Sendable, Hashable {
    case unknown
    /// No terminal sends it as a key of its own, and why.
    case unreachable(String)
}
