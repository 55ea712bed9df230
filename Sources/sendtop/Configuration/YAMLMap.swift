import SendtopUI
import Yams

/// A map of a YAML file, read as nodes so that every fault names its line and column.
struct YAMLMap {
    let file: String
    let mapping: Node.Mapping
    private let mark: Mark?
    private var given: [String: Given] = [:]

    /// A scalar that a flag or a variable gives instead of the file.
    struct Given {
        var text: String
        var place: ConfigurationFault.Place
    }

    /// Reads a file's text; an empty one is an empty map.
    init(text: String, file: String) throws(ConfigurationFault) {
        guard !YAMLKnot.isThere(in: text) else {
            let problem = ConfigurationFault.Problem.notYAML(
                "its references are knotted; write out what they stand for"
            )
            throw ConfigurationFault(place: .file(file, line: 1, column: 1), problem: problem)
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationFault(yaml: error, text: text, file: file)
        }
        guard let root, root.null == nil else {
            self.init(file: file, mapping: Node.Mapping([]), mark: nil)
            return
        }
        if case .scalar(let text) = root {
            // A file of something else, and that may be a secret.
            throw ConfigurationFault(
                place: .file(file, line: text.mark?.line ?? 1, column: text.mark?.column ?? 1),
                problem: .badKind(key: "the file", kind: "one text", expected: "a map of keys and values")
            )
        }
        try self.init(node: root, key: "the file", file: file)
    }

    private init(file: String, mapping: Node.Mapping, mark: Mark?) {
        self.file = file
        self.mapping = mapping
        self.mark = mark
    }

    private init(node: Node, key: String, file: String) throws(ConfigurationFault) {
        guard case .mapping(let mapping) = node else {
            throw YAMLMap.bad(key, node, "a map of keys and values", file: file)
        }
        self.init(file: file, mapping: mapping, mark: node.mark)
    }

    /// The keys in the order of the file.
    var keys: [String] {
        mapping.keys.map { $0.string ?? "" }
    }

    /// Refuses every key but the known ones.
    func allow(_ known: [String]) throws(ConfigurationFault) {
        for key in mapping.keys where !known.contains(key.string ?? "") {
            throw ConfigurationFault(
                place: place(key),
                problem: .unknownKey(key.string ?? "?", known: known)
            )
        }
    }

    /// A map of the same file without anything in it.
    var empty: YAMLMap {
        YAMLMap(file: file, mapping: Node.Mapping([]), mark: nil)
    }

    /// The map with values that go before its own.
    func giving(_ values: [String: Given]) -> YAMLMap {
        var map = self
        map.given = values
        return map
    }

    /// Where a key's value that is not the file's comes from.
    func givenPlace(_ key: String) -> ConfigurationFault.Place? {
        given[key]?.place
    }

    /// Where a key's value stands.
    func origin(_ key: String) -> Origin {
        let mark = node(key)?.mark
        return .file(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    func node(_ key: String) -> Node? {
        if let given = given[key] { return Node(given.text) }
        guard let node = mapping.first(where: { $0.key.string == key })?.value, node.null == nil else { return nil }
        return node
    }

    func string(_ key: String) throws(ConfigurationFault) -> String? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node else { throw bad(key, node, "text") }
        return scalar.string
    }

    func bool(_ key: String) throws(ConfigurationFault) -> Bool? {
        guard let node = node(key) else { return nil }
        guard let value = node.bool else { throw bad(key, node, "true or false") }
        return value
    }

    func int(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationFault) -> Int? {
        guard let node = node(key) else { return nil }
        guard let value = node.int, range.contains(value) else {
            throw bad(key, node, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func double(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationFault) -> Double? {
        guard let node = node(key) else { return nil }
        guard let value = node.float, range.contains(value) else {
            throw bad(key, node, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func map(_ key: String) throws(ConfigurationFault) -> YAMLMap? {
        guard let node = node(key) else { return nil }
        return try YAMLMap(node: node, key: key, file: file)
    }

    func maps(_ key: String) throws(ConfigurationFault) -> [YAMLMap]? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let sequence) = node else { throw bad(key, node, "a list") }
        var maps: [YAMLMap] = []
        for element in sequence {
            maps.append(try YAMLMap(node: element, key: key, file: file))
        }
        return maps
    }

    func strings(_ key: String) throws(ConfigurationFault) -> [String]? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let sequence) = node else { throw bad(key, node, "a list of texts") }
        var strings: [String] = []
        for element in sequence {
            guard case .scalar(let scalar) = element else { throw bad(key, element, "text") }
            strings.append(scalar.string)
        }
        return strings
    }

    /// A list of texts; `nil` when the value is none, or something else.
    func list(_ key: String) throws(ConfigurationFault) -> [String]? {
        guard case .sequence? = node(key) else { return nil }
        return try strings(key)
    }

    /// The fault of a value that is there and is not as it must be.
    func bad(_ key: String, _ node: Node, _ expected: String) -> ConfigurationFault {
        var fault = YAMLMap.bad(key, node, expected, file: file)
        fault.place = givenPlace(key) ?? fault.place
        return fault
    }

    /// The fault of a value by its key.
    func bad(_ key: String, expected: String) -> ConfigurationFault {
        guard let node = node(key) else {
            return ConfigurationFault(place: place(mark), problem: .missing(key: key))
        }
        return bad(key, node, expected)
    }

    /// The fault of a value, or of one element of a list, by its key and text.
    func bad(_ key: String, value: String, expected: String) -> ConfigurationFault {
        guard case .sequence(let list)? = node(key), let element = list.first(where: { $0.string == value }) else {
            return bad(key, expected: expected)
        }
        return bad(key, element, expected)
    }

    private func place(_ node: Node) -> ConfigurationFault.Place {
        place(node.mark)
    }

    private func place(_ mark: Mark?) -> ConfigurationFault.Place {
        .file(file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private static func bad(_ key: String, _ node: Node, _ expected: String, file: String) -> ConfigurationFault {
        ConfigurationFault(
            place: .file(file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1),
            problem: problem(key, node, expected)
        )
    }

    private static func problem(_ key: String, _ node: Node, _ expected: String) -> ConfigurationFault.Problem {
        switch node {
        case .scalar(let scalar): .badValue(key: key, value: scalar.string, expected: expected)
        case .sequence: .badKind(key: key, kind: "a list", expected: expected)
        case .mapping: .badKind(key: key, kind: "a map", expected: expected)
        case .alias: .badKind(key: key, kind: "a reference", expected: expected)
        }
    }
}
