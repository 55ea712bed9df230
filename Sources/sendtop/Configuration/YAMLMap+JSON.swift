import SendtopCore
import Yams

extension YAMLMap {
    /// The map as a JSON object, in the order of the file.
    var json: JSONObject {
        JSONObject(
            mapping.map { key, value in
                JSONObject.Member(key: key.string ?? "", value: YAMLMap.json(value))
            }
        )
    }

    private static func json(_ node: Node) -> JSON {
        switch node {
        case .mapping(let mapping):
            .object(
                JSONObject(mapping.map { JSONObject.Member(key: $0.key.string ?? "", value: json($0.value)) })
            )
        case .sequence(let sequence): .array(sequence.map(json))
        case .scalar(let scalar): self.scalar(node, scalar.string)
        case .alias: .null
        }
    }

    private static func scalar(_ node: Node, _ text: String) -> JSON {
        if node.null != nil { return .null }
        if let bool = node.bool { return .bool(bool) }
        // A number keeps its digits where JSON can say them as they stand.
        if node.int != nil || node.float != nil, let number = try? JSON(text: text), number.number != nil {
            return number
        }
        return .string(text)
    }
}

extension YAMLMap {
    /// A fault of the value at a path such as `campaigns[2].html`, or of the nearest thing above it that is there.
    func fault(at path: String, _ sentence: String) -> ConfigurationFault {
        var node = Node.mapping(mapping)
        var mark = mapping.mark
        for part in path.replacing("[", with: ".").replacing("]", with: "").split(separator: ".") {
            let next: Node? =
                if let index = Int(part), case .sequence(let sequence) = node {
                    sequence.indices.contains(index) ? sequence[index] : nil
                } else {
                    node[String(part)]
                }
            guard let next else { break }
            node = next
            mark = next.mark ?? mark
        }
        return ConfigurationFault(
            place: .file(file, line: mark?.line ?? 1, column: mark?.column ?? 1),
            problem: .invalid(sentence)
        )
    }
}

extension Array {
    /// `map` for a closure that throws a configuration fault.
    func mapFaulting<Value>(
        _ transform: (Element) throws(ConfigurationFault) -> Value
    ) throws(ConfigurationFault) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for element in self {
            values.append(try transform(element))
        }
        return values
    }
}
