import SendtopCore
import Yams

extension YAMLMap {
    /// Values that a map may hold, with those that references repeat: a few lines of them can stand for billions.
    private static let valueLimit = 100_000

    /// The map as a JSON object, in the order of the file.
    func json() throws(ConfigurationFault) -> JSONObject {
        var left = YAMLMap.valueLimit
        let object = YAMLMap.object(mapping, &left)
        guard left > 0 else { throw fault(at: "", "there are more than \(YAMLMap.valueLimit) values in this map.") }
        return object
    }

    private static func object(_ mapping: Node.Mapping, _ left: inout Int) -> JSONObject {
        var members: [JSONObject.Member] = []
        for (key, value) in mapping where left > 0 {
            members.append(JSONObject.Member(key: key.string ?? "", value: json(value, &left)))
        }
        return JSONObject(members)
    }

    private static func json(_ node: Node, _ left: inout Int) -> JSON {
        left -= 1
        switch node {
        case .mapping(let mapping): return .object(object(mapping, &left))
        case .sequence(let sequence):
            var elements: [JSON] = []
            for element in sequence where left > 0 { elements.append(json(element, &left)) }
            return .array(elements)
        case .scalar(let scalar): return self.scalar(node, scalar.string)
        case .alias: return .null
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
            place: givenPlace(path) ?? .file(file, line: mark?.line ?? 1, column: mark?.column ?? 1),
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
