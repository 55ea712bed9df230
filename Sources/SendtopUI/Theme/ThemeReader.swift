import Yams

/// Takes a theme apart, and says where it is wrong.
struct ThemeReader {
    /// A theme has some thirty lines; what is longer than this is no theme.
    private static let sizeLimit = 64 * 1024

    private let file: String
    private let root: Node.Mapping
    private static let lookKeys = ["rgb", "c256", "c16", "mono"]
    private static let backgroundKeys = ["rgb", "c256", "c16", "painted"]

    init(yaml: String, file: String) throws(ThemeFault) {
        self.file = file
        root = try ThemeReader.root(yaml, file)
        try check(keys: ["name", "background", "roles"], of: root, "the theme")
    }

    private static func root(_ yaml: String, _ file: String) throws(ThemeFault) -> Node.Mapping {
        func fault(_ mark: Mark?, _ problem: ThemeFault.Problem) -> ThemeFault {
            ThemeFault(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, problem: problem)
        }
        guard yaml.utf8.count <= sizeLimit else { throw fault(nil, .notYAML("it has more than 64 KiB")) }
        guard !YAMLKnot.isThere(in: yaml) else { throw fault(nil, .notYAML("its references are knotted")) }
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw fault(mark, .notYAML(problem))
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            throw fault(context.mark, .repeatedKey(keys.first ?? ""))
        } catch {
            throw fault(nil, .notYAML("it cannot be read"))
        }
        guard let mapping = node?.mapping else { throw fault(node?.mark, .notMapping("the theme")) }
        return mapping
    }

    private func fault(_ mark: Mark?, _ problem: ThemeFault.Problem) -> ThemeFault {
        ThemeFault(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, problem: problem)
    }

    func name() throws(ThemeFault) -> String {
        let node = try value("name", of: root, "the theme")
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw fault(node.mark, .value(node.scalar?.string ?? "", of: "name", expected: "a word"))
        }
        return text
    }

    func background() throws(ThemeFault) -> Theme.Background {
        let mapping = try mapping("background", of: root, "the theme")
        try check(keys: ThemeReader.backgroundKeys, of: mapping, "background")
        return Theme.Background(
            rgb: try rgb(mapping, "background"),
            c256: try c256(mapping, "background"),
            c16: try c16(mapping, "background"),
            isPainted: try read("painted", of: mapping, "background", expected: "true or false") { Bool($0) }
        )
    }

    /// How every role looks.
    func looks() throws(ThemeFault) -> [Role: Look] {
        try check(keys: Role.allCases.map(\.rawValue), of: try mapping("roles", of: root, "the theme"), "roles")
        var looks: [Role: Look] = [:]
        for role in Role.allCases {
            looks[role] = try look(of: role)
        }
        return looks
    }

    func look(of role: Role) throws(ThemeFault) -> Look {
        let place = "roles.\(role.rawValue)"
        let mapping = try mapping(role.rawValue, of: try mapping("roles", of: root, "the theme"), "roles")
        try check(keys: ThemeReader.lookKeys, of: mapping, place)
        let monos = Look.Mono.allCases.map(\.rawValue).joined(separator: ", ")
        return Look(
            rgb: try rgb(mapping, place),
            c256: try c256(mapping, place),
            c16: try c16(mapping, place),
            mono: try read("mono", of: mapping, place, expected: "one of \(monos)", Look.Mono.init(rawValue:))
        )
    }

    private func rgb(_ mapping: Node.Mapping, _ place: String) throws(ThemeFault) -> RGB {
        try read("rgb", of: mapping, place, expected: "a colour as \"#rrggbb\", in quotes", RGB.init(hex:))
    }

    private func c256(_ mapping: Node.Mapping, _ place: String) throws(ThemeFault) -> UInt8 {
        try read("c256", of: mapping, place, expected: "a number from 0 to 255") { UInt8($0) }
    }

    private func c16(_ mapping: Node.Mapping, _ place: String) throws(ThemeFault) -> Color16 {
        let expected = "terminal, a number from 0 to 15, or one of \(Color16.names.joined(separator: ", "))"
        return try read("c16", of: mapping, place, expected: expected, Color16.init(text:))
    }

    private func read<Value>(
        _ key: String,
        of mapping: Node.Mapping,
        _ place: String,
        expected: String,
        _ convert: (String) -> Value?
    ) throws(ThemeFault) -> Value {
        let node = try value(key, of: mapping, place)
        guard let text = node.scalar?.string, let value = convert(text) else {
            throw fault(node.mark, .value(node.scalar?.string ?? "", of: "\(place).\(key)", expected: expected))
        }
        return value
    }

    private func mapping(_ key: String, of parent: Node.Mapping, _ place: String) throws(ThemeFault) -> Node.Mapping {
        let node = try value(key, of: parent, place)
        guard let mapping = node.mapping else { throw fault(node.mark, .notMapping(key)) }
        return mapping
    }

    private func value(_ key: String, of mapping: Node.Mapping, _ place: String) throws(ThemeFault) -> Node {
        guard let node = mapping[key] else { throw fault(mapping.mark, .missing(key: key, in: place)) }
        return node
    }

    private func check(keys allowed: [String], of mapping: Node.Mapping, _ place: String) throws(ThemeFault) {
        for (key, _) in mapping where !allowed.contains(key.scalar?.string ?? "") {
            let name = key.scalar?.string ?? "?"
            throw fault(key.mark, .unknownKey(name, in: place, allowed: allowed))
        }
    }
}
