import Yams

extension Keymap {
    /// Reads a user's key file: a mapping of actions to their keys, which take the place of the table's.
    ///
    /// ```yaml
    /// quit: [q, Q]
    /// filter: f
    /// theme: none
    /// ```
    ///
    /// - Throws: `KeyFault` that names the place and what is wrong there.
    public init(yaml: String, file: String) throws(KeyFault) {
        self = try KeyFileReader(yaml: yaml, file: file).keymap()
    }
}

/// Takes a key file apart, and says where it is wrong.
struct KeyFileReader {
    /// There are some hundred actions; what is longer than this is no key file.
    private static let sizeLimit = 64 * 1024
    /// Places in which characters are typed.
    private static let textScopes: Set<Action.Scope> = [
        .filter, .form, .choices, .naming, .word, .field, .palette, .everywhere,
    ]

    /// What must always be possible, and the actions that do it: one of them must have a key.
    private static let needs: [(what: String, actions: [Action.ID])] = [
        ("end sendtop", [.quit, .cancel]),
        ("close what is on top", [.close, .quit]),
        ("leave the chooser of columns", [.closeColumns, .cancel]),
        ("leave the picker of themes", [.dropTheme, .cancel]),
        ("leave the filter", [.dropFilter, .cancel]),
        ("keep a filter", [.keepFilter]),
        ("leave the palette", [.leavePalette, .cancel]),
        ("run what the palette offers", [.runCommand]),
        ("leave the form", [.closeForm, .cancel]),
        ("send a form", [.sendForm, .accept]),
        ("leave a list of the form", [.closeChoices, .closeForm, .cancel]),
        ("leave the drafts", [.closeDrafts, .cancel]),
        ("leave the name of a draft", [.dontSaveDraft, .cancel]),
        ("go back from a send that is to be confirmed", [.takeBack, .cancel]),
        ("go back from a send that is to be confirmed by a word", [.takeBackWord, .cancel]),
    ]

    private let file: String
    private let entries: [(id: Action.ID, mark: Mark?, keys: [(key: Key, name: String, mark: Mark?)])]

    init(yaml: String, file: String) throws(KeyFault) {
        self.file = file
        var entries: [(id: Action.ID, mark: Mark?, keys: [(key: Key, name: String, mark: Mark?)])] = []
        for (name, value) in try KeyFileReader.root(yaml, file) {
            let text = name.scalar?.string ?? "?"
            guard let id = Action.ID(rawValue: text) else {
                let nearest = Nearest.name(to: text, among: Action.ID.allCases.map(\.rawValue))
                throw KeyFileReader.fault(file, name.mark, .unknownAction(text, nearest: nearest))
            }
            entries.append((id, name.mark, try KeyFileReader.keys(of: id, value, file)))
        }
        self.entries = entries
    }

    /// The keys, once nothing speaks against them.
    func keymap() throws(KeyFault) -> Keymap {
        let changes = Dictionary(entries.map { ($0.id, $0.keys.map(\.key)) }) { $1 }
        let keymap = Keymap(file: file, changes: changes)
        for entry in entries {
            for key in entry.keys { try check(key, of: entry.id, keymap) }
            let limit = ScreenMemory.digits.count
            if [.view, .saveViewAs].contains(entry.id), entry.keys.count > limit {
                throw KeyFileReader.fault(file, entry.mark, .tooMany(entry.id.rawValue, limit: limit))
            }
        }
        for need in KeyFileReader.needs where need.actions.allSatisfy({ keymap.keys(of: $0).isEmpty }) {
            let mark = entries.last { need.actions.contains($0.id) }?.mark
            throw KeyFileReader.fault(file, mark, .gap(need.what, actions: need.actions.map(\.rawValue)))
        }
        return keymap
    }

    private func check(
        _ named: (key: Key, name: String, mark: Mark?),
        of id: Action.ID,
        _ keymap: Keymap
    ) throws(KeyFault) {
        guard let scope = Action.row(id)?.scope else { return }
        func fault(_ problem: KeyFault.Problem) -> KeyFault { KeyFileReader.fault(file, named.mark, problem) }
        if case .character = named.key, KeyFileReader.textScopes.contains(scope) {
            throw fault(.typedKey(named.name, action: id.rawValue))
        }
        if keymap.keys(of: id).count(where: { $0 == named.key }) > 1 {
            throw fault(.repeatedKey(named.name, of: id.rawValue))
        }
        let others = Action.all.filter { $0.id != id && Keymap.meet($0.scope, scope) }
        guard let other = others.first(where: { keymap.keys(of: $0.id).contains(named.key) }) else { return }
        throw fault(.taken(named.name, by: id.rawValue, other: other.id.rawValue, place: other.scope.rawValue))
    }

    private static func root(_ yaml: String, _ file: String) throws(KeyFault) -> Node.Mapping {
        guard yaml.utf8.count <= sizeLimit else { throw fault(file, nil, .notYAML("it has more than 64 KiB")) }
        guard !YAMLKnot.isThere(in: yaml) else { throw fault(file, nil, .notYAML("its references are knotted")) }
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw fault(file, mark, .notYAML(problem))
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            throw fault(file, context.mark, .repeatedAction(keys.first ?? ""))
        } catch {
            throw fault(file, nil, .notYAML("it cannot be read"))
        }
        // A file of comments alone changes nothing.
        guard let node, node.null == nil else { return Node.Mapping([]) }
        guard let mapping = node.mapping else { throw fault(file, node.mark, .notMapping) }
        return mapping
    }

    private static func keys(
        of id: Action.ID,
        _ value: Node,
        _ file: String
    ) throws(KeyFault) -> [(key: Key, name: String, mark: Mark?)] {
        if let name = value.scalar?.string {
            guard name != "none" else { return [] }
            return [(try key(name, of: id, value.mark, file), name, value.mark)]
        }
        guard let sequence = value.sequence else { throw fault(file, value.mark, .noKeys(id.rawValue)) }
        var keys: [(key: Key, name: String, mark: Mark?)] = []
        for node in sequence {
            guard let name = node.scalar?.string else { throw fault(file, node.mark, .noKeys(id.rawValue)) }
            keys.append((try key(name, of: id, node.mark, file), name, node.mark))
        }
        return keys
    }

    private static func key(_ name: String, of id: Action.ID, _ mark: Mark?, _ file: String) throws(KeyFault) -> Key {
        guard !name.isEmpty else { throw fault(file, mark, .noKeys(id.rawValue)) }
        do {
            return try Key(name: name)
        } catch {
            switch error {
            case .unreachable(let why): throw fault(file, mark, .unreachableKey(name, why: why))
            case .unknown:
                throw fault(file, mark, .unknownKey(name, nearest: Nearest.name(to: name, among: Key.names)))
            }
        }
    }

    private static func fault(_ file: String, _ mark: Mark?, _ problem: KeyFault.Problem) -> KeyFault {
        KeyFault(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, problem: problem)
    }
}

extension Keymap {
    /// Whether keys of two scopes are looked up at the same time, so that none may mean two things.
    static func meet(_ one: Action.Scope, _ other: Action.Scope) -> Bool {
        one == other || one == .everywhere || other == .everywhere
    }
}
